import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { createPasswords } from "../src/identity/index.ts";
import type { Api } from "./api.ts";
import type { BuiltPerson } from "./builders.ts";
import { lowCost, type TestServer } from "./server.ts";

export const password = "correct horse battery";

/** Gives a person a password. */
export async function givePassword({ db }: TestServer, personId: string, text = password): Promise<void> {
  const hash = await createPasswords(lowCost).hash(text);
  await db.query("update people set password_hash = $1 where id = $2", [hash, personId]);
}

export interface SignedIn {
  token: string;
  /** The Cookie header of a browser that signed in. */
  cookie: string;
  /** Headers of a request that our own pages send. */
  browser: { cookie: string; origin: string };
}

/** Signs a person in who was given a password. */
export async function signIn(
  server: TestServer,
  { email }: BuiltPerson,
  more: object = {},
): Promise<SignedIn> {
  const { status, body, headers } = await server
    .api()
    .post("/api/auth/sign-in", { email, password, ...more });
  assert.equal(status, 200, JSON.stringify(body));
  const cookie = headers.get("set-cookie")?.split(";")[0] ?? "";
  return { token: body.token, cookie, browser: { cookie, origin: "http://convene.test" } };
}

/** Waits until a check holds, at most the ten seconds that the contract gives a change to hold everywhere. */
export async function within10Seconds(what: string, check: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await check())) {
    assert.ok(Date.now() < deadline, `${what} did not hold within 10 seconds`);
    await pause(50);
  }
}

/** Waits until a request is answered with this status: what the caches of a process hold gives way in moments. */
export const soon = (status: number, request: () => Promise<{ status: number }>): Promise<void> =>
  within10Seconds(`the status ${status}`, async () => (await request()).status === status);

/** The types of what happened to one subject, the oldest first. */
export async function eventsOf({ db }: TestServer, subjectId: string): Promise<string[]> {
  const rows = await db.query<{ type: string }>(
    "select type from events where subject_id = $1 order by occurred_at, id",
    [subjectId],
  );
  return rows.map((row) => row.type);
}

/** Every route of an organization, as somebody who may use none of them would call it. */
export function organizationCalls(api: Api, id: string): (() => ReturnType<Api["get"]>)[] {
  const path = `/api/organizations/${id}`;
  const uuid = "0190a000-0000-7000-8000-000000000000";
  return [
    () => api.get(path),
    () => api.patch(path, { name: "Taken over" }),
    () => api.get(`${path}/members`),
    () => api.patch(`${path}/members/nobody`, { role: "Coach" }),
    () => api.delete(`${path}/members/nobody`),
    () => api.get(`${path}/invitations`),
    () => api.post(`${path}/invitations`, { email: "a@example.com", role: "Coach" }),
    () => api.delete(`${path}/invitations/${uuid}`),
    () => api.post(`${path}/invitations/${uuid}/resend`),
    () => api.get(`${path}/api-keys`),
    () => api.post(`${path}/api-keys`, { name: "k", scopes: ["live:read"] }),
    () => api.delete(`${path}/api-keys/nothing`),
    () => api.get(`${path}/audit`),
  ];
}
