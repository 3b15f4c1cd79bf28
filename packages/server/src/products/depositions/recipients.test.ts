import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { depositionRequest } from "../../../test/build-depositions.ts";
import { takeIn } from "../../../test/calendar-client.ts";
import { type ExpoSimulator, startExpoSimulator } from "../../../test/expo-simulator.ts";
import { capturedMails, event } from "../../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled } from "../../../test/travel.ts";

describe("whoever is invited to a deposition", () => {
  let server: TestServer;
  let expo: ExpoSimulator;
  let organizationId: string;
  let api: Api;
  let count = 0;

  before(async () => {
    expo = await startExpoSimulator();
    server = await startTestServer({
      settings: { EXPO_URL: expo.url, WEBHOOK_ALLOW_PRIVATE: "127.0.0.0/8" },
    });
    organizationId = await server.build.organization();
    api = await server.memberApi(organizationId, "Coach");
  });
  after(async () => {
    await server.close();
    await expo.close();
  });

  /** A session with one host or guest beside the deponent, and a way to rename it. */
  async function schedule(email: string, access_level = "participant") {
    const slug = `recipients-${++count}`;
    const invites = [{ email, access_level }];
    const session = { remote_session_id: slug, title: "Deposition" };
    const { status, body } = await api.post("/api/v1/sessions", depositionRequest({ session, invites }));
    assert.equal(status, 201);
    const rename = async (title: string) =>
      assert.equal((await api.patch(`/api/v1/sessions/${slug}`, { remote_session: { title } })).status, 200);
    await settled(server);
    return { id: String(body.requests[0].id), rename };
  }

  async function mailsTo(email: string) {
    await settled(server);
    return capturedMails(server, email);
  }

  test("can tell changes within one second apart, and is not asked for an answer that nobody reads", async () => {
    const host = await server.build.member(organizationId, "Teacher");
    const { rename } = await schedule(host.email, "host");
    for (const title of ["One", "Two", "Three"]) await rename(title);
    const all = await mailsTo(host.email);
    assert.deepEqual(
      all.map((mail) => event(mail).sequence),
      [0, 0, 0, 0],
    );
    assert.equal(takeIn(all)?.summary, "Three");
    const answers = event(all[0]!).attendees.map((one) => [
      one.getFirstParameter("role"),
      one.getFirstParameter("partstat"),
      one.getFirstParameter("rsvp"),
    ]);
    assert.deepEqual(answers, [
      ["CHAIR", "ACCEPTED", "FALSE"],
      ["REQ-PARTICIPANT", "NEEDS-ACTION", "FALSE"],
    ]);
  });

  test("stays the same recipient as a member, and gets pushes from then on", async () => {
    const email = "opal@example.com";
    const { id, rename } = await schedule(email);
    const member = await server.build.member(organizationId, "Teacher", email);
    const token = "ExponentPushToken[opal]";
    const device = await server.api(member.token).post("/api/me/devices", { type: "expo", token });
    assert.equal(device.status, 201);
    await rename("Renamed");
    assert.equal(takeIn(await mailsTo(email))?.summary, "Renamed");
    const recipients = await server.db.query<{ recipient: string }>(
      "select distinct recipient from effects where subject_id = $1 and address = $2",
      [id, email],
    );
    assert.equal(recipients.length, 1);
    assert.match(recipients[0]?.recipient ?? "", /^invite:/);
    assert.deepEqual(
      expo.messages.map(({ to, title }) => [to, title]),
      [[token, "Updated: Renamed"]],
    );
  });
});
