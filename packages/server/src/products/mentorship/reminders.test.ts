import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { at, buildMentorshipWorld, type MentorshipWorld, must } from "../../../test/build-mentorship.ts";
import { capturedMails, type ReceivedMail } from "../../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled, travel } from "../../../test/travel.ts";
import { days, hours, minutes } from "../../kernel/clock.ts";
import { emailKey } from "../../kernel/email.ts";

let server: TestServer;
let world: MentorshipWorld;
before(async () => {
  server = await startTestServer();
  await server.another();
  world = await buildMentorshipWorld(server);
});
after(() => server.close());

const inDays = (n: number) => n * 24 * 60;
const addressOf = (seat: "coach" | "teacher") => `${world.ids[seat]}@example.com`;

/** The reminders of one session that a person was sent, the oldest first. */
async function reminders(seat: "coach" | "teacher", id: string): Promise<ReceivedMail[]> {
  const mails = await capturedMails(server, addressOf(seat));
  return mails.filter(({ email }) => email.subject?.startsWith("Reminder: ") && email.text?.includes(id));
}

const subjects = async (seat: "coach" | "teacher", id: string) =>
  (await reminders(seat, id)).map(({ email }) => leadOf(email.subject));

/** Which of the two reminders it is: the one of a day before names the day. */
const leadOf = (subject = "") =>
  / starts on \w+,? \d+ \w+ 2026 at \d\d:\d\d \(/.test(subject)
    ? "a day"
    : / starts at \d\d:\d\d \(/.test(subject) && "a quarter";

test("both are reminded a day and a quarter of an hour before, once over two processes, and can opt out", async () => {
  const id = await world.session(inDays(2));
  await travel(server, days(1) - minutes(1));
  assert.deepEqual(await subjects("teacher", id), []);
  await travel(server, minutes(1));
  await travel(server, hours(23) + minutes(44));
  assert.deepEqual(await subjects("teacher", id), ["a day"]);
  await travel(server, minutes(1));
  await travel(server, minutes(20));
  for (const seat of ["coach", "teacher"] as const) {
    assert.deepEqual(await subjects(seat, id), ["a day", "a quarter"]);
  }
  const [first] = await reminders("teacher", id);
  assert.ok(first?.header("list-unsubscribe"));
  assert.match(first?.email.text ?? "", /Please confirm/);
});

test("who wants no reminders gets none, and the other one does", async () => {
  const id = await world.session(inDays(2));
  await server.db.query("insert into reminder_opt_outs values ($1, $2, $3)", [
    world.organizationId,
    emailKey(addressOf("teacher")),
    server.clock(),
  ]);
  await travel(server, days(1));
  assert.deepEqual(await subjects("teacher", id), []);
  assert.deepEqual(await subjects("coach", id), ["a day"]);
  await server.db.query("delete from reminder_opt_outs");
});

test("reminders move with the session, and are told again for its new time", async () => {
  const id = await world.session(inDays(2), "confirmed");
  await travel(server, days(1));
  assert.deepEqual(await subjects("teacher", id), ["a day"]);
  must(
    200,
    await world.as.coach.patch(`/api/sessions/${id}`, { scheduledAt: at(server.clock(), inDays(5)) }),
  );
  await travel(server, days(4) - minutes(1));
  assert.deepEqual(await subjects("teacher", id), ["a day"]);
  await travel(server, minutes(1));
  assert.deepEqual(await subjects("teacher", id), ["a day", "a day"]);
  const [, last] = await reminders("teacher", id);
  assert.doesNotMatch(last?.email.text ?? "", /confirm/);
});

test("a session that was cancelled, held or missed is not reminded of", async () => {
  const cancelled = await world.session(inDays(2));
  const held = await world.session(inDays(2) + 60, "completed");
  const missed = await world.session(inDays(2) + 120, "missed");
  must(200, await world.as.coach.delete(`/api/sessions/${cancelled}`));
  await travel(server, days(2));
  for (const id of [cancelled, held, missed]) assert.deepEqual(await subjects("coach", id), []);
});

test("a time that has passed is not made up for", async () => {
  const own = await buildMentorshipWorld(server);
  const id = await own.session(60);
  await travel(server, minutes(45));
  const mails = await capturedMails(server, `${own.ids.coach}@example.com`);
  const told = mails.filter(({ email }) => email.text?.includes(id)).map(({ email }) => email.subject);
  assert.equal(told[0], "New: session with Ada Lovelace");
  assert.deepEqual(told.slice(1).map(leadOf), ["a quarter"]);
});

test("a reminder of a day before comes until two hours before the start, and says when that is", async () => {
  const [late, tooLate] = [await world.session(inDays(2)), await world.session(inDays(2) - 20)];
  await settled(server);
  await server.db.query(
    "update graphile_worker._private_jobs set run_at = run_at + interval '21 h 50 min' where key like '%:24h:%'",
  );
  await travel(server, days(2) - hours(2) - minutes(10));
  assert.deepEqual(await subjects("coach", late), ["a day"]);
  await travel(server, minutes(1));
  assert.deepEqual(await subjects("coach", tooLate), []);
});

test("a reminder whose timer fires when the session is elsewhere already tells nobody", async () => {
  const id = await world.session(inDays(2));
  await settled(server);
  // A timer that was running at the very moment of the change.
  const job = async () => {
    const payload = { organizationId: world.organizationId, sessionId: id, lead: "24h" };
    await server.db.query("select graphile_worker.add_job('mentorship.remind', $1)", [
      JSON.stringify(payload),
    ]);
    await settled(server);
  };
  await job();
  assert.deepEqual(await subjects("coach", id), []);
  must(200, await world.as.coach.delete(`/api/sessions/${id}`));
  server.clock.advance(days(1) + hours(1));
  await job();
  assert.deepEqual(await subjects("coach", id), []);
});

test("who is a member no longer is not reminded", async () => {
  const own = await buildMentorshipWorld(server);
  await own.session(inDays(2));
  must(200, await own.as.admin.delete(`/api/organizations/${own.organizationId}/members/${own.ids.teacher}`));
  await travel(server, days(1));
  const reminded = async (id: string) =>
    (await capturedMails(server, `${id}@example.com`)).filter(({ email }) =>
      email.subject?.startsWith("Reminder: "),
    );
  assert.equal((await reminded(own.ids.teacher)).length, 0);
  assert.equal((await reminded(own.ids.coach)).length, 1);
});
