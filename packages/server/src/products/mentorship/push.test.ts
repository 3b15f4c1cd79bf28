import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { buildMentorshipWorld, must } from "../../../test/build-mentorship.ts";
import { eventually } from "../../../test/eventually.ts";
import { type ExpoSimulator, startExpoSimulator } from "../../../test/expo-simulator.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { travel } from "../../../test/travel.ts";
import { days } from "../../kernel/clock.ts";

let expo: ExpoSimulator;
let server: TestServer;
before(async () => {
  expo = await startExpoSimulator();
  server = await startTestServer({ settings: { EXPO_URL: expo.url, WEBHOOK_ALLOW_PRIVATE: "127.0.0.0/8" } });
});
after(async () => {
  await server.close();
  await expo.close();
});

test("coach and teacher get pushes of what they are told and reminded of, on the devices that they have", async () => {
  const world = await buildMentorshipWorld(server);
  const token = "ExponentPushToken[teacher]";
  must(201, await world.as.teacher.post("/api/me/devices", { type: "expo", token }));
  const id = await world.session(2 * 24 * 60);
  const titles = async (...expected: string[]) =>
    eventually(async () => {
      assert.deepEqual(
        expo.messages.map((message) => [message.to, message.title?.split(":")[0]]),
        expected.map((title) => [token, title]),
      );
    });
  await titles("New");
  await travel(server, days(1));
  await titles("New", "Reminder");
  must(200, await world.as.coach.delete(`/api/sessions/${id}`));
  await titles("New", "Reminder", "Cancelled");
  assert.match(expo.messages.at(-1)?.body ?? "", /^The session on .* has been cancelled\.$/);
});
