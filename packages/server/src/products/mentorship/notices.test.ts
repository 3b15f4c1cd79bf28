import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import {
  buildMentorshipWorld,
  type MentorshipWorld,
  must,
  type Seat,
} from "../../../test/build-mentorship.ts";
import { takeIn } from "../../../test/calendar-client.ts";
import { eventually } from "../../../test/eventually.ts";
import { capturedMails, event, type ReceivedMail } from "../../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled, travel } from "../../../test/travel.ts";
import { minutes } from "../../kernel/clock.ts";

let server: TestServer;
let world: MentorshipWorld;
before(async () => {
  server = await startTestServer();
  world = await buildMentorshipWorld(server);
  await name("coach", "Alice", "America/Panama");
  await name("teacher", "Bob", "Europe/Berlin");
});
after(() => server.close());

const name = (seat: Seat, firstName: string, timeZone: string | null) =>
  server.db.query("update people set first_name = $2, time_zone = $3 where id = $1", [
    world.ids[seat],
    firstName,
    timeZone,
  ]);

/** The mails about one session that a person was sent, the oldest first. */
async function mailsTo(seat: Seat, sessionId: string): Promise<ReceivedMail[]> {
  await settled(server);
  const mails = await capturedMails(server, `${world.ids[seat]}@example.com`);
  return mails.filter(({ email }) => email.text?.includes(sessionId));
}

const patch = async (seat: Seat, id: string, body: object) =>
  must(200, await world.as[seat].patch(`/api/sessions/${id}`, body));

/** What the newest mail asks of a calendar. */
function asked(mail: ReceivedMail | undefined) {
  assert.ok(mail);
  const { sequence, component, attendees } = event(mail);
  const method = mail.calendar?.getFirstPropertyValue("method");
  const status = component.getFirstPropertyValue("status");
  const answers = attendees.map((one) => one.getParameter("partstat"));
  return [method, sequence, status, ...answers];
}

test("a session's life reaches both calendars step by step, as one entry", async () => {
  const id = await world.session(world.ahead());
  const steps: [Seat, object, string, unknown[]][] = [
    ["teacher", { status: "confirmed" }, "Confirmed", ["REQUEST", 0, "CONFIRMED", "ACCEPTED", "ACCEPTED"]],
    [
      "coach",
      { scheduledAt: "2026-04-02T14:00:00.000Z" },
      "Moved",
      ["REQUEST", 1, "CONFIRMED", "ACCEPTED", "ACCEPTED"],
    ],
    ["coach", { durationMinutes: 90 }, "Changed", ["REQUEST", 2, "CONFIRMED", "ACCEPTED", "ACCEPTED"]],
    ["coach", { timezone: "Asia/Tokyo" }, "Changed", ["REQUEST", 2, "CONFIRMED", "ACCEPTED", "ACCEPTED"]],
    [
      "coach",
      { status: "scheduled" },
      "To be confirmed again",
      ["REQUEST", 2, "TENTATIVE", "ACCEPTED", "NEEDS-ACTION"],
    ],
    ["coach", { status: "cancelled" }, "Cancelled", ["CANCEL", 3, "CANCELLED", "ACCEPTED", "NEEDS-ACTION"]],
  ];
  const first = (await mailsTo("teacher", id)).at(-1);
  assert.equal(first?.email.subject, "New: session with Alice Lovelace");
  assert.deepEqual(asked(first), ["REQUEST", 0, "TENTATIVE", "ACCEPTED", "NEEDS-ACTION"]);
  let count = 1;
  for (const [seat, body, title, expected] of steps) {
    await patch(seat, id, body);
    count += 1;
    for (const [reader, other] of [
      ["coach", "Bob"],
      ["teacher", "Alice"],
    ] as const) {
      const mails = await mailsTo(reader, id);
      assert.equal(mails.length, count, `${reader} after ${JSON.stringify(body)}`);
      const last = mails.at(-1);
      assert.equal(last?.email.subject, `${title}: session with ${other} Lovelace`);
      assert.deepEqual(asked(last), expected);
    }
  }
  const mails = await mailsTo("teacher", id);
  assert.equal(takeIn(mails)?.isCancelled, true, "each is later than the one before, within one second");
  assert.deepEqual(new Set(mails.map((mail) => event(mail).uid)), new Set([`${id}@convene.test`]));
  const moved = mails[2];
  assert.ok(moved);
  assert.equal(event(moved).startDate.toJSDate().toISOString(), "2026-04-02T14:00:00.000Z");
  assert.match(moved.email.text ?? "", /Thursday,? 2 April 2026, 16:00 – 17:00 \(Europe\/Berlin, GMT\+2\)/);
  assert.match(moved.email.text ?? "", /It was to begin on/);
  assert.equal(event(mails[3] as ReceivedMail).duration.toSeconds(), 90 * 60);
});

test("what changes nothing, and notes alone, are told to nobody", async () => {
  const id = await world.session(world.ahead());
  await patch("coach", id, { durationMinutes: 60, timezone: "UTC", status: "scheduled" });
  await patch("coach", id, { notes: "Discuss Q2 objectives" });
  assert.equal((await mailsTo("teacher", id)).length, 1);
  must(200, await world.as.coach.delete(`/api/sessions/${id}`));
  must(200, await world.as.coach.delete(`/api/sessions/${id}`));
  await patch("coach", id, { status: "cancelled" });
  const mails = await mailsTo("teacher", id);
  assert.equal(mails.length, 2);
  assert.match(mails[1]?.email.text ?? "", /Discuss Q2 objectives/, "notes stand in whatever is told next");
});

test("what one request changes is told in one e-mail", async () => {
  const id = await world.session(world.ahead());
  await patch("manager", id, {
    scheduledAt: "2026-05-02T15:00:00.000Z",
    durationMinutes: 90,
    timezone: "America/New_York",
    notes: "Rescheduled to Thursday",
    status: "confirmed",
  });
  for (const seat of ["coach", "teacher"] as const) {
    const mails = await mailsTo(seat, id);
    assert.equal(mails.length, 2);
    const text = mails[1]?.email.text ?? "";
    assert.match(mails[1]?.email.subject ?? "", /^Moved: /);
    for (const words of [/has been\s+moved/, /lasts\s+1 h 30 min/, /America\/New_York/, /is\s+confirmed/]) {
      assert.match(text, words);
    }
    assert.deepEqual(asked(mails[1]), ["REQUEST", 2, "CONFIRMED", "ACCEPTED", "ACCEPTED"]);
  }
});

test("each message tells of its own moment, also when several are followed at once", async () => {
  const id = await world.session(world.ahead());
  await settled(server);
  const from = must(200, await world.as.coach.get(`/api/sessions/${id}`)).data.scheduledAt;
  const holdsUp = new pg.Client(server.db.superuser);
  await holdsUp.connect();
  await holdsUp.query("begin; lock table event_cursors");
  await patch("coach", id, { scheduledAt: "2026-06-02T10:00:00.000Z" });
  await patch("teacher", id, { status: "confirmed" });
  await patch("coach", id, { scheduledAt: "2026-06-03T10:00:00.000Z" });
  await eventually(async () => {
    const [row] = await server.db.query("select from events where position is null");
    assert.equal(row, undefined);
  });
  await holdsUp.query("commit");
  await holdsUp.end();
  const mails = await mailsTo("coach", id);
  const starts = mails.map((mail) => event(mail).startDate.toJSDate().toISOString());
  const second = "2026-06-02T10:00:00.000Z";
  assert.deepEqual(starts, [from, second, second, "2026-06-03T10:00:00.000Z"]);
  assert.deepEqual(
    mails.map((mail) => asked(mail).slice(1, 3)),
    [
      [0, "TENTATIVE"],
      [1, "TENTATIVE"],
      [1, "CONFIRMED"],
      [2, "CONFIRMED"],
    ],
  );
});

test("each reads times in their own zone, on both sides of a change of clocks; who has none, in the session's", async () => {
  // In Berlin clocks go forward on 29 March 2026 at 01:00 UTC.
  await name("teacher", "Bob", "Europe/Berlin");
  await name("coach", "Alice", null);
  const { id } = must(
    201,
    await world.as.coach.post("/api/sessions", {
      mentorshipId: world.mentorshipId,
      scheduledAt: "2026-03-29T00:30:00.000Z",
      timezone: "america/panama",
    }),
  ).data;
  const [toTeacher] = await mailsTo("teacher", id);
  const [toCoach] = await mailsTo("coach", id);
  assert.match(
    toTeacher?.email.text ?? "",
    /29 March 2026, 01:30 – 03:30 \(Europe\/Berlin, GMT\+1, then\s+GMT\+2\)/,
  );
  assert.match(toCoach?.email.text ?? "", /28 March 2026, 19:30 – 20:30 \(America\/Panama, GMT-5\)/);
  for (const mail of [toTeacher, toCoach]) {
    const { startDate, endDate } = event(mail as ReceivedMail);
    assert.equal(startDate.toJSDate().toISOString(), "2026-03-29T00:30:00.000Z");
    assert.equal(endDate.toJSDate().toISOString(), "2026-03-29T01:30:00.000Z");
  }
});

test("a session that nobody held is told to both, and calendars are left alone", async () => {
  const id = await world.session(60);
  await travel(server, minutes(60 + 60 + 15));
  for (const seat of ["coach", "teacher"] as const) {
    const missed = (await mailsTo(seat, id)).filter(({ email }) => email.subject?.startsWith("Missed: "));
    assert.equal(missed.length, 1);
    assert.equal(missed[0]?.calendar, null);
  }
});

test("an answer reaches the other one, in the organization's name", async () => {
  const id = await world.session(world.ahead());
  const [mail] = await mailsTo("teacher", id);
  assert.equal(mail?.email.replyTo?.[0]?.address, `${world.ids.coach}@example.com`);
  const [organization] = await server.db.query<{ name: string }>(
    "select name from organizations where id = $1",
    [world.organizationId],
  );
  assert.ok(mail?.email.from?.name?.startsWith(organization?.name ?? "?"));
  assert.ok(mail?.email.html?.includes(`http://convene.test/sessions/${id}`));
});

test("nobody else is told, of this organization or another", async () => {
  const foreign = await buildMentorshipWorld(server);
  const id = await world.session(world.ahead());
  await patch("manager", id, { status: "cancelled" });
  const own = await foreign.session(world.ahead());
  await settled(server);
  const recipients = async (subject: string) => {
    const rows = await server.db.query<{ recipient: string; organization_id: string }>(
      "select distinct recipient, organization_id from effects where subject_id = $1",
      [subject],
    );
    return new Set(rows.map((row) => `${row.organization_id} ${row.recipient}`));
  };
  const both = ({ organizationId, ids }: MentorshipWorld) =>
    new Set([ids.coach, ids.teacher].map((person) => `${organizationId} person:${person}`));
  assert.deepEqual(await recipients(id), both(world));
  assert.deepEqual(await recipients(own), both(foreign));
});

test("who is a member no longer hears only that a session was cancelled", async () => {
  const own = await buildMentorshipWorld(server);
  const id = await own.session(100);
  await settled(server);
  must(200, await own.as.admin.delete(`/api/organizations/${own.organizationId}/members/${own.ids.teacher}`));
  must(200, await own.as.coach.patch(`/api/sessions/${id}`, { durationMinutes: 30 }));
  must(200, await own.as.coach.patch(`/api/sessions/${id}`, { status: "cancelled" }));
  await settled(server);
  const subjects = async (seat: Seat) =>
    (await capturedMails(server, `${own.ids[seat]}@example.com`)).map(({ email }) => email.subject);
  assert.deepEqual(
    (await subjects("teacher")).filter((subject) => subject?.includes("session with")),
    ["New: session with Ada Lovelace", "Cancelled: session with Ada Lovelace"],
  );
  assert.equal((await subjects("coach")).filter((subject) => subject?.includes("session with")).length, 3);
});

test("coach and teacher hear when their mentorship begins, pauses and ends, and nothing while it is pending", async () => {
  const { otherCoach, otherTeacher } = world.ids;
  const { id } = must(
    201,
    await world.as.manager.post("/api/mentorships", { coachId: otherCoach, teacherId: otherTeacher }),
  ).data;
  await settled(server);
  const subjects = async (seat: Seat) => {
    await settled(server);
    const mails = await capturedMails(server, `${world.ids[seat]}@example.com`);
    return mails.map(({ email }) => email.subject);
  };
  assert.deepEqual(await subjects("otherCoach"), []);
  for (const status of ["active", "active", "paused", "ended"]) {
    must(200, await world.as.manager.patch(`/api/mentorships/${id}`, { status }));
  }
  for (const seat of ["otherCoach", "otherTeacher"] as const) {
    assert.deepEqual(await subjects(seat), [
      "Your mentorship with Ada Lovelace is active",
      "Your mentorship with Ada Lovelace is paused",
      "Your mentorship with Ada Lovelace has ended",
    ]);
  }
});
