import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import ICAL from "ical.js";
import { depositionRequest } from "../../test/build-depositions.ts";
import { createLive } from "../../test/build-live.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { capturedMails, event } from "../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled, travel } from "../../test/travel.ts";
import { days, minutes, plus } from "../kernel/clock.ts";

const path = "/api/me/calendar-feed";

describe("the private calendar feed", () => {
  let server: TestServer;
  let organizationId: string;
  let manager: BuiltPerson;

  before(async () => {
    server = await startTestServer();
    organizationId = await server.build.organization();
  });
  // Time passes from test to test, and tokens end.
  beforeEach(async () => {
    manager = await server.build.member(organizationId, "Manager");
  });
  after(() => server.close());

  const member = (role: "Coach" | "Teacher" = "Coach") => server.build.member(organizationId, role);

  /** Makes a person's feed and says where this server has it. */
  async function feedOf({ token }: BuiltPerson): Promise<string> {
    const { status, body } = await server.api(token).post(path);
    assert.equal(status, 201, JSON.stringify(body));
    assert.match(body.data.url, /^http:\/\/convene\.test\/calendar\/[\w-]{43}\.ics$/);
    return body.data.url.replace("http://convene.test", server.url);
  }

  /** What a calendar program reads. */
  async function read(url: string): Promise<Map<string, ICAL.Event>> {
    const response = await fetch(url);
    assert.equal(response.status, 200);
    const text = await response.text();
    const calendar = new ICAL.Component(ICAL.parse(text));
    assert.equal(calendar.getFirstPropertyValue("method"), "PUBLISH");
    assert.equal(calendar.getFirstPropertyValue("refresh-interval")?.toString(), "PT1H");
    assert.ok(!/\nATTENDEE/.test(text), "what is published is nobody's invitation");
    const header = text.slice(0, text.search(/BEGIN:(?!VCALENDAR)|END:/));
    assert.match(header, /REFRESH-INTERVAL/, "properties stand before components (RFC 5545, 3.4)");
    const entries = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    for (const zone of calendar.getAllSubcomponents("vtimezone"))
      ICAL.TimezoneService.register(new ICAL.Timezone(zone));
    return new Map(entries.map((one) => [one.summary, one]));
  }

  const at = (ahead: number): string => plus(server.clock(), ahead).toISOString();
  const statusOf = (entry: ICAL.Event | undefined) => entry?.component.getFirstPropertyValue("status");

  async function mentorshipSession(coach: BuiltPerson, teacher: BuiltPerson, ahead: number) {
    const mentorshipId = await server.build.mentorship(organizationId, coach.id, teacher.id);
    const body = { mentorshipId, scheduledAt: at(ahead), durationMinutes: 45 };
    const { status, body: answer } = await server.api(coach.token).post("/api/sessions", body);
    assert.equal(status, 201, JSON.stringify(answer));
    return answer.data.id as string;
  }

  async function deposition(title: string, invites: string[], slug?: string) {
    const session = { title, ...(slug ? { remote_session_id: slug } : {}) };
    const { status, body } = await server
      .api((await member()).token)
      .post("/api/v1/session_requests", depositionRequest({ session, invites }));
    assert.equal(status, 201, JSON.stringify(body));
  }

  test("has one's sessions of every product, under the UIDs of their invitations", async () => {
    const [coach, teacher] = [await member(), await member("Teacher")];
    await mentorshipSession(coach, teacher, days(2));
    const live = await createLive(server.api(manager.token), { title: "Open evening" });
    await createLive(server.api(manager.token), { title: "Somebody else's" });
    await createLive(server.api(coach.token), { title: "My own", scheduled_at: "2026-03-11T18:00:00Z" });
    assert.equal((await server.api(coach.token).post(`/v1/sessions/${live.id}/register`)).status, 201);
    await deposition("Deposition of one", [coach.email.toUpperCase()]);
    await deposition("Deposition of another", [teacher.email]);
    const entries = await read(await feedOf(coach));
    assert.deepEqual(
      [...entries.keys()],
      ["Mentorship: Ada Lovelace and Ada Lovelace", "Open evening", "My own", "Deposition of one"],
    );
    const call = entries.get("Mentorship: Ada Lovelace and Ada Lovelace");
    assert.equal(call?.startDate.toJSDate().toISOString(), at(days(2)));
    assert.equal(call?.duration.toSeconds(), 45 * 60);
    await settled(server);
    const invitations = (await capturedMails(server, coach.email)).filter(({ calendar }) => calendar);
    const invited = new Map(invitations.map((mail) => [event(mail).summary, event(mail)]));
    assert.ok(invited.size >= 3);
    for (const [title, invitation] of invited) {
      const entry = entries.get(title);
      assert.equal(entry?.uid, invitation.uid, title);
      assert.equal(entry?.sequence, invitation.sequence, title);
      assert.ok(entry?.startDate.compare(invitation.startDate) === 0, title);
    }
  });

  test("follows what happens: moved, confirmed, called off for a while", async () => {
    const [coach, teacher] = [await member(), await member("Teacher")];
    const id = await mentorshipSession(coach, teacher, days(3));
    const url = await feedOf(teacher);
    const only = async () => [...(await read(url)).values()][0];
    assert.equal(statusOf(await only()), "TENTATIVE");
    assert.equal(
      (await server.api(teacher.token).patch(`/api/sessions/${id}`, { status: "confirmed" })).status,
      200,
    );
    assert.equal(statusOf(await only()), "CONFIRMED");
    const moved = { scheduledAt: at(days(4)) };
    assert.equal((await server.api(coach.token).patch(`/api/sessions/${id}`, moved)).status, 200);
    const entry = await only();
    assert.equal(entry?.startDate.toJSDate().toISOString(), moved.scheduledAt);
    assert.equal(entry?.sequence, 1);
    assert.equal((await server.api(coach.token).delete(`/api/sessions/${id}`)).status, 200);
    const cancelled = await only();
    assert.deepEqual([statusOf(cancelled), cancelled?.sequence], ["CANCELLED", 2]);
    await travel(server, days(29));
    assert.equal((await read(url)).size, 1);
    await travel(server, days(2));
    assert.equal((await read(url)).size, 0);
  });

  test("what is not one's any more goes: a seat given up, an invitation taken back, a request not scheduled", async () => {
    const person = await member();
    const live = await createLive(server.api(manager.token), { title: "Given up" });
    await server.api(person.token).post(`/v1/sessions/${live.id}/register`);
    const full = await createLive(server.api(manager.token), { title: "Full", max_participants: 1 });
    await server.api(manager.token).post(`/v1/sessions/${full.id}/register`);
    await server.api(person.token).post(`/v1/sessions/${full.id}/register`, { waitlist: true });
    await deposition("Taken back", [person.email], "taken-back");
    const url = await feedOf(person);
    assert.deepEqual([...(await read(url)).keys()].sort(), ["Given up", "Taken back"]);
    await server.api(person.token).delete(`/v1/sessions/${live.id}/register`);
    const patched = await server
      .api(manager.token)
      .patch("/api/v1/sessions/taken-back", { session_request: { invites: [] } });
    assert.equal(patched.status, 200, JSON.stringify(patched.body));
    assert.equal((await read(url)).size, 0);
  });

  test("a deposition that was called off says so, and no longer where it would have been", async () => {
    const person = await member();
    await deposition("Called off", [person.email], "called-off");
    const url = await feedOf(person);
    const before = (await read(url)).get("Called off");
    assert.deepEqual(
      [statusOf(before), before?.location],
      ["CONFIRMED", "http://convene.test/sessions/called-off"],
    );
    const cancel = "/api/v1/sessions/called-off/cancel";
    const { status } = await server.api(manager.token).patch(cancel, {});
    assert.equal(status, 200);
    const after = (await read(url)).get("Called off");
    assert.deepEqual([statusOf(after), after?.location, after?.uid], ["CANCELLED", null, before?.uid]);
    assert.equal(after?.sequence, (before?.sequence ?? 0) + 1);
  });

  test("is of all one's organizations, and an organization that one leaves is gone at once", async () => {
    const person = await member();
    const other = await server.build.organization();
    const colleague = await server.build.member(other, "Manager");
    await server.db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Coach', $3)",
      [other, person.id, server.clock()],
    );
    await createLive(server.api(person.token), { title: "Here" });
    const there = await createLive(server.api(colleague.token), { title: "There" });
    const register = `/v1/sessions/${there.id}/register`;
    const inOther = { "x-organization-id": other };
    assert.equal((await server.api(person.token).post(register, undefined, inOther)).status, 201);
    const url = await feedOf(person);
    assert.deepEqual([...(await read(url)).keys()].sort(), ["Here", "There"]);
    const admin = await server.build.member(organizationId, "OrganizationAdmin");
    const remove = `/api/organizations/${organizationId}/members/${person.id}`;
    assert.equal((await server.api(admin.token).delete(remove)).status, 200);
    assert.deepEqual([...(await read(url)).keys()], ["There"]);
    await server.db.query("delete from members where person_id = $1", [person.id]);
    assert.equal((await read(url)).size, 0);
  });

  test("reaches from 90 days back to one year ahead", async () => {
    const person = await member();
    const api = server.api(person.token);
    for (const [title, ahead] of [
      ["long ago", -days(90) - 1],
      ["lately", -days(90)],
      ["soon", days(365) - 1],
      ["some day", days(365)],
    ] as const)
      await createLive(api, { title, scheduled_at: at(ahead) });
    assert.deepEqual([...(await read(await feedOf(person))).keys()], ["lately", "soon"]);
  });

  test("gives at most a thousand sessions of each product", async () => {
    const person = await member();
    const { id } = await createLive(server.api(person.token), { title: "One of many" });
    await server.db.query(
      `insert into live_sessions (organization_id, id, created_by, host_id, brand_id, title, kind, scheduled_at, status,
         max_participants, metadata, registered_count, waitlisted_count, version, calendar_sequence, created_at, updated_at)
       select organization_id, gen_random_uuid(), created_by, host_id, brand_id, title || ' ' || n, kind,
         scheduled_at + n * interval '1 minute', status, max_participants, metadata, 0, 0, 1, 0, created_at, updated_at
       from live_sessions, generate_series(1, 1200) as n where id = $1`,
      [id],
    );
    assert.equal((await read(await feedOf(person))).size, 1_000);
  });

  test("a new one voids the old one, and a revoked one is gone", async () => {
    const person = await member();
    const api = server.api(person.token);
    assert.deepEqual((await api.get(path)).body, { data: null });
    const old = await feedOf(person);
    const url = await feedOf(person);
    assert.equal((await fetch(old)).status, 404);
    assert.equal((await fetch(url)).status, 200);
    assert.equal((await api.delete(path)).status, 200);
    assert.equal((await fetch(url)).status, 404);
    assert.deepEqual((await api.get(path)).body, { data: null });
    assert.equal((await api.delete(path)).status, 200);
    const trail = await server.db.query<{ type: string }>(
      "select type from events where subject_id = $1 order by sequence",
      [person.id],
    );
    assert.deepEqual(
      trail.map(({ type }) => type.replace("person.calendar_feed_", "")),
      ["created", "created", "revoked"],
    );
  });

  test("says when it was made and read, and never shows its URL again; the database holds only its hash", async () => {
    const person = await member();
    const api = server.api(person.token);
    const key = { "idempotency-key": "one-feed" };
    const made = await api.post(path, undefined, key);
    const { url } = made.body.data;
    assert.deepEqual((await api.post(path, undefined, key)).body, made.body);
    const createdAt = at(0);
    assert.deepEqual((await api.get(path)).body, { data: { createdAt, lastReadAt: null } });
    server.clock.advance(minutes(5));
    await read(url.replace("http://convene.test", server.url));
    assert.deepEqual((await api.get(path)).body, { data: { createdAt, lastReadAt: at(0) } });
    const token = /calendar\/([\w-]+)\.ics/.exec(url)?.[1];
    const stored = await server.db.query<{ text: string }>(
      "select t::text as text from calendar_feeds t union all select t::text from idempotency_keys t union all select t::text from events t",
    );
    assert.ok(token && !stored.some(({ text }) => text.includes(token)));
  });

  test("answers with an entity tag, and with 304 as long as nothing changed", async () => {
    const person = await member();
    const url = await feedOf(person);
    const first = await fetch(url);
    const etag = first.headers.get("etag") ?? "";
    assert.match(first.headers.get("content-type") ?? "", /^text\/calendar; charset=utf-8/);
    assert.equal(first.headers.get("cache-control"), "private, no-cache");
    assert.equal(first.headers.get("referrer-policy"), "no-referrer");
    assert.equal(first.headers.get("x-robots-tag"), "noindex, nofollow");
    server.clock.advance(minutes(1));
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await fetch(url, { headers: { "if-none-match": tag } });
      assert.deepEqual([again.status, await again.text()], [304, ""], tag);
    }
    await createLive(server.api(person.token), { title: "New" });
    const changed = await fetch(url, { headers: { "if-none-match": etag } });
    assert.equal(changed.status, 200);
    assert.notEqual(changed.headers.get("etag"), etag);
    const head = await fetch(url, { method: "HEAD" });
    assert.deepEqual([head.status, head.headers.get("etag")], [200, changed.headers.get("etag")]);
  });

  test("nobody's token, and what looks like none, is 404", async () => {
    const files = ["x".repeat(43), `${"x".repeat(43)}.ics`, ".ics", "%00.ics", `${"x".repeat(5_000)}.ics`];
    for (const file of files) assert.equal((await fetch(`${server.url}/calendar/${file}`)).status, 404, file);
  });

  test("is a person's alone: not an API key's, nobody's without a credential", async () => {
    const { text } = await server.build.apiKey(organizationId, ["live:read"]);
    for (const call of ["get", "post", "delete"] as const) {
      assert.equal((await server.api(text)[call](path)).status, 403, call);
      assert.equal((await server.api()[call](path)).status, 401, call);
    }
    const homeless = await server.build.person();
    assert.equal((await read(await feedOf(homeless))).size, 0);
  });
});
