import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import type { Api } from "../../../test/api.ts";
import { buildCrowd, createLive } from "../../../test/build-live.ts";
import { capturedMails, event, type ReceivedMail } from "../../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled } from "../../../test/travel.ts";
import { relayLock } from "../../events/relay.ts";

let server: TestServer;
let organization: string;
let host: { id: string; api: Api };
let people: { id: string; api: Api }[];
before(async () => {
  server = await startTestServer();
  organization = await server.build.organization();
  const [first, ...others] = await buildCrowd(server, organization, 6);
  assert.ok(first);
  host = first;
  people = others;
});
after(() => server.close());

const wait = { waitlist: true };
const register = async (who: number, id: string) => {
  const { status } = await people[who]!.api.post(`/v1/sessions/${id}/register`, wait);
  assert.equal(status, 201);
};
const unregister = async (who: number, id: string) => {
  const { status } = await people[who]!.api.delete(`/v1/sessions/${id}/register`);
  assert.equal(status, 200);
};
const change = async (id: string, body: object) => {
  const { status } = await host.api.patch(`/v1/sessions/${id}`, body);
  assert.equal(status, 200);
};

/** The mails about one session that a person was sent, the oldest first. */
async function mailsTo(personId: string, id: string): Promise<ReceivedMail[]> {
  await settled(server);
  const mails = await capturedMails(server, `${personId}@example.com`);
  return mails.filter(({ email }) => email.text?.includes(id));
}

/** What each of them says: the first words of its subject and, where it has an entry, method and SEQUENCE. */
async function told(personId: string, id: string): Promise<unknown[]> {
  const mails = await mailsTo(personId, id);
  return mails.map((mail) => {
    const subject = mail.email.subject?.split(":")[0];
    if (!mail.calendar) return subject;
    return [subject, mail.calendar.getFirstPropertyValue("method"), event(mail).sequence];
  });
}

test("from registration to cancellation, each person is told of their own seat", async () => {
  const { id } = await createLive(host.api, { max_participants: 2 });
  for (const who of [0, 1, 2, 3]) await register(who, id);
  await unregister(0, id);
  await unregister(3, id);
  await change(id, { scheduled_at: "2026-03-11T18:00:00Z" });
  await change(id, { title: "Breathing, part two" });
  const { status } = await host.api.post(`/v1/sessions/${id}/cancel`);
  assert.equal(status, 200);
  assert.deepEqual(await told(people[0]!.id, id), [
    ["Registered", "REQUEST", 0],
    ["No longer registered", "CANCEL", 1],
  ]);
  assert.deepEqual(await told(people[1]!.id, id), [
    ["Registered", "REQUEST", 0],
    ["Moved", "REQUEST", 2],
    ["Renamed", "REQUEST", 2],
    ["Cancelled", "CANCEL", 3],
  ]);
  assert.deepEqual(await told(people[2]!.id, id), [
    "Waiting list",
    ["You have a seat", "REQUEST", 1],
    ["Moved", "REQUEST", 2],
    ["Renamed", "REQUEST", 2],
    ["Cancelled", "CANCEL", 3],
  ]);
  assert.deepEqual(await told(people[3]!.id, id), ["Waiting list", "No longer registered"]);
  assert.deepEqual(await told(host.id, id), [
    ["You host", "REQUEST", 0],
    ["Moved", "REQUEST", 2],
    ["Renamed", "REQUEST", 2],
    ["Cancelled", "CANCEL", 3],
  ]);
  assert.deepEqual(await told(people[4]!.id, id), []);
});

test("an entry is one person's alone, under one UID, with the host named only in words", async () => {
  const { id } = await createLive(host.api);
  await register(0, id);
  await register(1, id);
  const [mail] = await mailsTo(people[0]!.id, id);
  const [other] = await mailsTo(people[1]!.id, id);
  assert.ok(mail && other);
  const { uid, attendees, component, startDate } = event(mail);
  assert.equal(uid, `${id}@convene.test`);
  assert.equal(event(other).uid, uid);
  assert.equal(attendees.length, 1);
  assert.equal(String(attendees[0]?.getFirstValue()).toLowerCase(), `mailto:${people[0]!.id}@example.com`);
  assert.equal(attendees[0]?.getParameter("partstat"), "ACCEPTED");
  assert.equal(component.getFirstPropertyValue("status"), "CONFIRMED");
  assert.equal(startDate.toJSDate().toISOString(), "2026-03-10T18:00:00.000Z");
  assert.doesNotMatch(mail.raw, new RegExp(people[1]!.id));
  assert.doesNotMatch(mail.raw, new RegExp(host.id));
});

test("who waits is told their place, and of changes without an entry", async () => {
  const { id } = await createLive(host.api, { max_participants: 1 });
  for (const who of [0, 1, 2]) await register(who, id);
  await change(id, { scheduled_at: "2026-03-12T18:00:00Z" });
  await host.api.post(`/v1/sessions/${id}/cancel`);
  assert.deepEqual(await told(people[2]!.id, id), ["Waiting list", "Moved", "Cancelled"]);
  const [waiting, moved] = await mailsTo(people[2]!.id, id);
  assert.match(waiting?.email.text ?? "", /Place in line:?\s+2/);
  assert.match(
    moved?.email.text ?? "",
    /12 March 2026 at 18:00.*It was to begin on .*10 March 2026 at 18:00/s,
  );
});

test("who comes after a change is not told of it", async () => {
  const { id } = await createLive(host.api);
  await register(0, id);
  await change(id, { title: "Breathing for all" });
  await register(1, id);
  assert.deepEqual(await told(people[0]!.id, id), [
    ["Registered", "REQUEST", 0],
    ["Renamed", "REQUEST", 0],
  ]);
  assert.deepEqual(await told(people[1]!.id, id), [["Registered", "REQUEST", 0]]);
});

test("who comes back after giving up a seat gets a newer entry than the cancelled one", async () => {
  const { id } = await createLive(host.api);
  await register(0, id);
  await unregister(0, id);
  server.clock.advance(1_000);
  await register(0, id);
  const mails = await mailsTo(people[0]!.id, id);
  assert.deepEqual(await told(people[0]!.id, id), [
    ["Registered", "REQUEST", 0],
    ["No longer registered", "CANCEL", 1],
    ["Registered", "REQUEST", 1],
  ]);
  const stamps = mails.map((mail) => String(event(mail).component.getFirstPropertyValue("dtstamp")));
  assert.ok(stamps[2]! > stamps[1]!);
});

test("what concerns nobody's calendar is told to nobody", async () => {
  const { id } = await createLive(host.api);
  await register(0, id);
  await change(id, { title: "Breathing for beginners", scheduled_at: "2026-03-10T18:00:00Z" });
  await change(id, { max_participants: 30, category: "calm", brand_id: "brand-2", metadata: { a: 1 } });
  await host.api.post(`/v1/sessions/${id}/start`);
  await host.api.post(`/v1/sessions/${id}/end`);
  await change(id, { title: "Breathing (recorded)" });
  assert.deepEqual(await told(people[0]!.id, id), [["Registered", "REQUEST", 0]]);
  assert.deepEqual(await told(host.id, id), [["You host", "REQUEST", 0]]);
});

test("a member who is removed loses their seat and hears of it; the one who gets it does too", async () => {
  const admin = await server.memberApi(organization, "OrganizationAdmin");
  const [gone] = await buildCrowd(server, organization, 1);
  const { id } = await createLive(host.api, { max_participants: 1 });
  await gone!.api.post(`/v1/sessions/${id}/register`);
  await register(0, id);
  await admin.delete(`/api/organizations/${organization}/members/${gone!.id}`);
  await settled(server);
  assert.deepEqual(await told(gone!.id, id), [
    ["Registered", "REQUEST", 0],
    ["No longer registered", "CANCEL", 1],
  ]);
  assert.deepEqual(await told(people[0]!.id, id), ["Waiting list", ["You have a seat", "REQUEST", 1]]);
});

test("the host is the member whose id host_id is; another host takes over, and keeps a seat of their own", async () => {
  const { id } = await createLive(host.api, { host_id: people[0]!.id });
  await register(1, id);
  await change(id, { host_id: people[1]!.id });
  await change(id, { host_id: "nobody we know" });
  assert.deepEqual(await told(people[0]!.id, id), [
    ["You host", "REQUEST", 0],
    ["You no longer host", "CANCEL", 1],
  ]);
  assert.deepEqual(await told(people[1]!.id, id), [
    ["Registered", "REQUEST", 0],
    ["You host", "REQUEST", 1],
    ["You no longer host", "REQUEST", 2],
  ]);
  // Whoever created it is the host of last resort.
  assert.deepEqual(await told(host.id, id), [["You host", "REQUEST", 2]]);
});

test("hosts are told in turn also when nobody could be told meanwhile", async () => {
  const relay = new pg.Client(server.db.superuser);
  await relay.connect();
  await relay.query("select pg_advisory_lock($1)", [relayLock]);
  const { id } = await createLive(host.api, { host_id: people[0]!.id });
  await change(id, { host_id: people[1]!.id });
  await relay.end();
  assert.deepEqual(await told(people[0]!.id, id), [
    ["You host", "REQUEST", 0],
    ["You no longer host", "CANCEL", 1],
  ]);
  assert.deepEqual(await told(people[1]!.id, id), [["You host", "REQUEST", 1]]);
});

test("a host who gives up a seat keeps the session in their calendar", async () => {
  const { id } = await createLive(host.api);
  await host.api.post(`/v1/sessions/${id}/register`);
  await host.api.delete(`/v1/sessions/${id}/register`);
  assert.deepEqual(await told(host.id, id), [
    ["You host", "REQUEST", 0],
    ["Registered", "REQUEST", 0],
    ["No longer registered", "REQUEST", 1],
  ]);
});

test("a session that is entered afterwards, or made by an API key, has no host to tell", async () => {
  const past = await createLive(host.api, { scheduled_at: "2025-03-10T18:00:00Z" });
  assert.deepEqual(await told(host.id, past.id), []);
  const key = server.api((await server.build.apiKey(organization, ["live:write"])).text);
  const byKey = await createLive(key);
  await settled(server);
  const rows = await server.db.query("select from effects where subject_id = $1 and channel = 'email'", [
    byKey.id,
  ]);
  assert.equal(rows.length, 0);
});

test("times are in the reader's own zone, else in UTC", async () => {
  await server.db.query("update people set time_zone = 'America/Panama' where id = $1", [people[0]!.id]);
  const { id } = await createLive(host.api);
  await register(0, id);
  await register(1, id);
  const [here] = await mailsTo(people[0]!.id, id);
  const [there] = await mailsTo(people[1]!.id, id);
  assert.match(here?.email.text ?? "", /10 March 2026 at 13:00\s\(America\/Panama, GMT-5\)/);
  assert.match(there?.email.text ?? "", /10 March 2026 at 18:00\s\(UTC, GMT\+0\)/);
});

test("a title of any length and of several lines is shown on one, and short", async () => {
  const { id } = await createLive(host.api, { title: `Line one\r\nBcc: all\u2028${"x".repeat(100_000)}` });
  await register(0, id);
  const [mail] = await mailsTo(people[0]!.id, id);
  assert.ok(mail);
  assert.match(mail.email.subject ?? "", /^Registered: Line one Bcc: all x+…$/);
  assert.ok(mail.raw.length < 50_000);
  const blank = await createLive(host.api, { title: "\n" });
  await register(0, blank.id);
  const [nameless] = await mailsTo(people[0]!.id, blank.id);
  assert.equal(nameless?.email.subject, "Registered: Live session");
});

test("another organization's people are never told", async () => {
  const other = await server.build.organization();
  const [stranger] = await buildCrowd(server, other, 1);
  const { id } = await createLive(host.api);
  await register(0, id);
  assert.equal((await stranger!.api.post(`/v1/sessions/${id}/register`)).status, 404);
  await createLive(stranger!.api, { host_id: people[0]!.id });
  await host.api.post(`/v1/sessions/${id}/cancel`);
  await settled(server);
  const rows = await server.db.query<{ recipient: string }>(
    "select distinct recipient from effects where organization_id = $1 and channel = 'email' order by recipient",
    [other],
  );
  assert.deepEqual(
    rows.map((row) => row.recipient),
    [`person:${stranger!.id}`],
  );
});
