import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { depositionRequest } from "../../test/build-depositions.ts";
import { createLive } from "../../test/build-live.ts";
import { at, buildMentorshipWorld, type MentorshipWorld, must } from "../../test/build-mentorship.ts";
import { type ExpoSimulator, startExpoSimulator } from "../../test/expo-simulator.ts";
import { type Mailbox, openMailbox } from "../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled, travel } from "../../test/travel.ts";
import { days, hours, minutes } from "../kernel/clock.ts";

describe("a reminder that waits for the mail server and the push service", () => {
  let mailbox: Mailbox;
  let expo: ExpoSimulator;
  let server: TestServer;
  let world: MentorshipWorld;
  before(async () => {
    mailbox = await openMailbox();
    expo = await startExpoSimulator();
    const settings = { SMTP_URL: mailbox.url, EXPO_URL: expo.url, WEBHOOK_ALLOW_PRIVATE: "127.0.0.0/8" };
    server = await startTestServer({ settings });
  });
  beforeEach(async () => {
    world = await buildMentorshipWorld(server);
  });
  after(async () => {
    await server.close();
    await mailbox.close();
    await expo.close();
  });

  const twoDaysAhead = () => at(server.clock(), 2 * 24 * 60);
  const inTwoDays = () => world.session(2 * 24 * 60);

  /** Lets the reminders of a day before be planned while nothing gets through, then a change be made, then all go out. */
  async function downOver(change: () => Promise<unknown>): Promise<void> {
    await settled(server);
    await mailbox.stop();
    expo.trouble = { status: 503, body: "" };
    await travel(server, days(1));
    await change();
    await settled(server);
    await mailbox.start();
    expo.trouble = null;
    await travel(server, minutes(10));
  }

  const states = async (subjectId: string, recipient: string) =>
    (
      await server.db.query<{ state: string; outcome: string }>(
        `select state, outcome from effects where subject_id = $1 and kind like '%.reminder' and recipient like $2`,
        [subjectId, recipient],
      )
    ).map(({ state, outcome }) => (state === "dropped" ? outcome : state));

  const dropped = ["it is true no longer"];
  const person = (seat: "coach" | "teacher") => `person:${world.ids[seat]}`;

  test("reaches both, once they are back, if nothing changed", async () => {
    const id = await inTwoDays();
    await downOver(async () => {});
    assert.deepEqual(await states(id, "person:%"), ["delivered", "delivered"]);
  });

  test("is dropped with a session that was cancelled, by e-mail and by push, and the word of that arrives", async () => {
    const token = `ExponentPushToken[${world.ids.teacher}]`;
    must(201, await world.as.teacher.post("/api/me/devices", { type: "expo", token }));
    const id = await inTwoDays();
    await downOver(async () => must(200, await world.as.coach.delete(`/api/sessions/${id}`)));
    assert.deepEqual(await states(id, "person:%"), [...dropped, ...dropped]);
    assert.deepEqual(await states(id, "device:%"), dropped);
    const titles = expo.messages.filter(({ to }) => to === token).map(({ title }) => title.split(":")[0]);
    assert.deepEqual(titles, ["New", "Cancelled"]);
    const mails = await mailbox.received(`${world.ids.teacher}@example.com`);
    const subjects = mails.map(({ email }) => email.subject?.split(":")[0]);
    assert.deepEqual(subjects, ["New", "Cancelled"]);
  });

  test("is dropped with a session that was moved", async () => {
    const id = await inTwoDays();
    const scheduledAt = twoDaysAhead();
    await downOver(async () =>
      must(200, await world.as.coach.patch(`/api/sessions/${id}`, { scheduledAt: later(scheduledAt) })),
    );
    assert.deepEqual(await states(id, "person:%"), [...dropped, ...dropped]);
  });

  test("is dropped for a member who was removed, and reaches the other one", async () => {
    const id = await inTwoDays();
    const { organizationId, ids } = world;
    await downOver(async () =>
      must(200, await world.as.admin.delete(`/api/organizations/${organizationId}/members/${ids.teacher}`)),
    );
    assert.deepEqual(await states(id, person("teacher")), dropped);
    assert.deepEqual(await states(id, person("coach")), ["delivered"]);
  });

  let count = 0;
  /** A deposition in two days to which one guest is invited beside the deponent. */
  async function deposition() {
    const slug = `waiting-${++count}`;
    const [guest, deponent] = [`guest-${slug}@example.com`, `deponent-${slug}@example.com`];
    const request = depositionRequest({
      session: { ...startIn(48), remote_session_id: slug },
      invites: [guest],
      deponent: { email: deponent },
    });
    const { status, body } = await world.as.coach.post("/api/v1/sessions", request);
    assert.equal(status, 201);
    const change = async (path: string, payload?: object) =>
      assert.equal((await world.as.coach.patch(`/api/v1/sessions/${slug}${path}`, payload)).status, 200);
    const reminded = async (address: string) =>
      mailbox.mails.filter(({ to, email }) => to === address && email.subject?.startsWith("Reminder")).length;
    return { id: String(body.requests[0].id), guest, deponent, change, reminded };
  }

  /** The start so many hours from now, on the wall clock of UTC. */
  function startIn(inHours: number) {
    const text = new Date(server.clock().getTime() + hours(inHours)).toISOString();
    return { start_date: text.slice(0, 10), start_time: text.slice(11, 16), time_zone: "UTC" };
  }

  test("is dropped with a deposition that was cancelled, also without e-mail", async () => {
    for (const query of ["", "?cancel_without_email=true"]) {
      const { id, change } = await deposition();
      await downOver(() => change(`/cancel${query}`));
      assert.deepEqual(await states(id, "invite:%"), [...dropped, ...dropped]);
    }
  });

  test("is dropped with a deposition that was moved", async () => {
    const { id, change } = await deposition();
    await downOver(() => change("", { remote_session: startIn(72) }));
    assert.deepEqual(await states(id, "invite:%"), [...dropped, ...dropped]);
  });

  test("is dropped for a guest of a deposition who was removed, and reaches the other one", async () => {
    const { id, change, guest, deponent, reminded } = await deposition();
    await downOver(() => change("", { remote_session: { invites: [] } }));
    assert.deepEqual((await states(id, "invite:%")).sort(), ["delivered", ...dropped]);
    assert.deepEqual([await reminded(guest), await reminded(deponent)], [0, 1]);
  });

  test("is dropped for who gave up their seat in a live session, and for all once it is cancelled", async () => {
    const { coach, teacher, otherTeacher } = world.as;
    const { id } = await createLive(coach, { scheduled_at: twoDaysAhead() });
    for (const api of [teacher, otherTeacher]) {
      assert.equal((await api.post(`/v1/sessions/${id}/register`, {})).status, 201);
    }
    await downOver(() => teacher.delete(`/v1/sessions/${id}/register`));
    assert.deepEqual(await states(id, person("teacher")), dropped);
    assert.deepEqual(await states(id, person("coach")), ["delivered"]);
    const cancelled = await createLive(coach, { scheduled_at: twoDaysAhead() });
    await downOver(() => coach.post(`/v1/sessions/${cancelled.id}/cancel`));
    assert.deepEqual(await states(cancelled.id, "person:%"), dropped);
  });
});

const later = (start: string): string => new Date(Date.parse(start) + hours(1)).toISOString();
