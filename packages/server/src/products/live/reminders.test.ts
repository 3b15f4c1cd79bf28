import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { createLive } from "../../../test/build-live.ts";
import { capturedMails } from "../../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { travel } from "../../../test/travel.ts";
import { days, hours, minutes } from "../../kernel/clock.ts";

let server: TestServer;
let host: { id: string; api: Api };
let people: { id: string; api: Api }[];
before(async () => {
  server = await startTestServer();
  await server.another();
  const organization = await server.build.organization();
  const member = async () => {
    const { id, token } = await server.build.member(organization, "Teacher");
    return { id, api: server.api(token) };
  };
  host = await member();
  people = [await member(), await member()];
});
after(() => server.close());

const ahead = (milliseconds: number) => new Date(server.clock().getTime() + milliseconds).toISOString();

/** A session in two days with one seat: person 0 has it, and person 1 waits. */
async function inTwoDays(): Promise<string> {
  const { id } = await createLive(host.api, { scheduled_at: ahead(days(2)), max_participants: 1 });
  for (const { api } of people) {
    assert.equal((await api.post(`/v1/sessions/${id}/register`, { waitlist: true })).status, 201);
  }
  return id;
}

/** How somebody was reminded of a session: of a day before `on` its day, of a quarter of an hour before `at` its time. */
async function reminders(personId: string, id: string): Promise<unknown[]> {
  const mails = await capturedMails(server, `${personId}@example.com`);
  return mails
    .filter(({ email }) => email.subject?.startsWith("Reminder: ") && email.text?.includes(id))
    .map(({ email }) => / starts (on|at) .*\d\d:\d\d \(UTC/.exec(email.subject ?? "")?.[1]);
}

test("host and those with a seat are reminded a day and a quarter of an hour before, once over two processes", async () => {
  const id = await inTwoDays();
  await travel(server, days(1) - minutes(1));
  assert.deepEqual(await reminders(people[0]!.id, id), []);
  await travel(server, minutes(1));
  await travel(server, days(1) - minutes(15));
  await travel(server, hours(1));
  assert.deepEqual(await reminders(people[0]!.id, id), ["on", "at"]);
  assert.deepEqual(await reminders(host.id, id), ["on", "at"]);
  assert.deepEqual(await reminders(people[1]!.id, id), []);
});

test("reminders move with the session", async () => {
  const id = await inTwoDays();
  const { status } = await host.api.patch(`/v1/sessions/${id}`, { scheduled_at: ahead(days(4)) });
  assert.equal(status, 200);
  await travel(server, days(2));
  assert.deepEqual(await reminders(people[0]!.id, id), []);
  await travel(server, days(1));
  assert.deepEqual(await reminders(people[0]!.id, id), ["on"]);
});

test("a session that has begun early, or was cancelled, is not reminded of", async () => {
  const begun = await inTwoDays();
  const cancelled = await inTwoDays();
  await host.api.post(`/v1/sessions/${begun}/start`);
  await host.api.post(`/v1/sessions/${cancelled}/cancel`);
  await travel(server, days(2));
  for (const id of [begun, cancelled]) {
    for (const { id: person } of [host, ...people]) assert.deepEqual(await reminders(person, id), []);
  }
});

test("who gave up their seat is not reminded, and who got it is", async () => {
  const id = await inTwoDays();
  await people[0]!.api.delete(`/v1/sessions/${id}/register`);
  await travel(server, days(1));
  assert.deepEqual(await reminders(people[0]!.id, id), []);
  assert.deepEqual(await reminders(people[1]!.id, id), ["on"]);
});
