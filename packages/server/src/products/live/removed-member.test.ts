import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { buildCrowd, createLive, liveEventsOf } from "../../../test/build-live.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled } from "../../../test/travel.ts";

let server: TestServer;
let organization: string;
let admin: Api;
let people: { id: string; api: Api }[];
before(async () => {
  server = await startTestServer();
  organization = await server.build.organization();
  admin = await server.memberApi(organization, "OrganizationAdmin");
  people = await buildCrowd(server, organization, 6);
});
after(() => server.close());

async function remove(who: number): Promise<void> {
  const { status } = await admin.delete(`/api/organizations/${organization}/members/${people[who]!.id}`);
  assert.equal(status, 200);
}

/** A session with one seat, for which these people have come in this order. */
async function withPeople(...who: number[]): Promise<string> {
  const { id } = await createLive(admin, { max_participants: 1 });
  for (const one of who) {
    const { status } = await people[one]!.api.post(`/v1/sessions/${id}/register`, { waitlist: true });
    assert.equal(status, 201);
  }
  return id;
}

async function registrationsOf(who: number): Promise<string[]> {
  const rows = await server.db.query<{ session_id: string }>(
    "select session_id from live_registrations where person_id = $1",
    [people[who]!.id],
  );
  return rows.map((row) => row.session_id);
}

test("a removed member gives up seats and waiting places, and the next in line gets the seat", async () => {
  const scheduled = await withPeople(0, 1);
  const live = await withPeople(1, 0, 2);
  await admin.post(`/v1/sessions/${live}/start`);
  await remove(0);
  await settled(server);
  assert.deepEqual(await registrationsOf(0), []);
  assert.equal((await people[1]!.api.get(`/v1/sessions/${scheduled}/register`)).body.status, "registered");
  assert.equal((await people[2]!.api.get(`/v1/sessions/${live}/register`)).body.position, 1);
  const events = await liveEventsOf(server, scheduled);
  assert.deepEqual(events.slice(-2), [
    { type: "live.registration.cancelled", version: 4, person: people[0]!.id },
    { type: "live.registration.promoted", version: 5, person: people[1]!.id },
  ]);
});

test("what is over stays as it was", async () => {
  const [ended, cancelled] = [await withPeople(3), await withPeople(3)];
  await admin.post(`/v1/sessions/${ended}/start`);
  await admin.post(`/v1/sessions/${ended}/end`);
  await admin.post(`/v1/sessions/${cancelled}/cancel`);
  await remove(3);
  await settled(server);
  assert.deepEqual((await registrationsOf(3)).sort(), [ended, cancelled].sort());
});

test("more seats than one batch are all given up", async () => {
  for (let count = 0; count < 41; count += 1) await withPeople(4);
  await remove(4);
  await settled(server);
  assert.deepEqual(await registrationsOf(4), []);
});

test("another organization's seats stay", async () => {
  const other = await server.build.organization();
  const host = await server.memberApi(other, "Manager");
  const { id } = await createLive(host, {});
  await server.db.query(
    "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Teacher', $3)",
    [other, people[5]!.id, server.clock()],
  );
  await server.db.query(
    `insert into live_registrations (organization_id, session_id, person_id, status, ticket, created_at)
     values ($1, $2, $3, 'registered', 2, $4)`,
    [other, id, people[5]!.id, server.clock()],
  );
  await remove(5);
  await settled(server);
  assert.deepEqual(await registrationsOf(5), [id]);
});
