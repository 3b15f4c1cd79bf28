import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { createWriter } from "../load/requests.ts";
import type { Target } from "../load/target.ts";
import type { Opened, SessionRead } from "./peer.ts";
import type { Rows } from "./rows.ts";

/** What a page holds at most. */
const pageSize = 50;

/**
 * Makes sure that a peer does what it is measured for: the sessions that were asked for come with their people, the page
 * is in order and its total exact, a session that was created is there, and all this only for who has shown a token, and
 * nothing beside it. Throws where it does not.
 */
export async function verify({ item, list, create, read }: Opened, rows: Rows): Promise<void> {
  for (const number of [0, 1, 2]) {
    const session = read.session(await must(item, number));
    equal(session.id, item.lists?.session?.[number], "it answers another session than was asked for");
    ok(isWhole(session), "a session comes without its mentorship or its people");
  }

  const page = read.page(await must(list));
  equal(page.sessions.length, Math.min(pageSize, rows.ofOneOrganization), "the page is not full");
  equal(page.total, rows.ofOneOrganization, "the total is not that of the organization");
  const starts = page.sessions.map(({ scheduledAt }) => Date.parse(scheduledAt));
  deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
    "the page is not in order",
  );
  ok(page.sessions.every(isWhole), "a page comes without its mentorships or its people");

  const id = read.created(await must(create));
  const created = { ...item, lists: { session: [id] } };
  ok(isWhole(read.session(await must(created))), "a session that was created is not there");
  notEqual(read.created(await must(create, 1)), id, "two new sessions are one");

  for (const target of [item, list, create]) {
    const { status } = await send({ ...target, headers: withoutToken(target) });
    ok(refusals.includes(status), `without a token it answers ${status}`);
  }
  const { status } = await send({ ...item, method: "DELETE" });
  ok(refusals.includes(status), `what the token does not allow is answered ${status}`);
  read.session(await must(item));
}

/** Parse Server answers 400 or 404 where a class may not be touched. */
const refusals = [400, 401, 403, 404, 405];

const isWhole = ({ mentorship, coach, teacher }: SessionRead): boolean =>
  mentorship === "active" &&
  coach !== teacher &&
  [coach, teacher].every((email) => email.endsWith("@example.com"));

async function must(target: Target, number = 0): Promise<unknown> {
  const answer = await send(target, number);
  const text = await answer.text();
  ok(answer.ok, `${target.method} answers ${answer.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

function send(target: Target, number = 0): Promise<Response> {
  const { method, path, headers, body } = createWriter(target)(number);
  return fetch(target.origin + path, { method, headers, body });
}

const withoutToken = ({ headers = {} }: Target): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/authorization|session-token/i.test(name)));
