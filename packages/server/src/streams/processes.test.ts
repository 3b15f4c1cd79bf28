import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hours } from "#kernel/clock.ts";
import { buildMentorshipWorld, must } from "../../test/build-mentorship.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { openStream } from "../../test/streams.ts";
import { startNats } from "../providers/realtime/test/nats-server.ts";

async function buildReader(server: TestServer) {
  const world = await buildMentorshipWorld(server);
  const { token } = await server.server.tokens.issue(world.ids.coach, world.organizationId, hours(1));
  const path = `/api/events/mentorships/${world.mentorshipId}/events`;
  const watch = ({ url }: TestServer, headers: Record<string, string> = {}) =>
    openStream(url + path, { authorization: `Bearer ${token}`, ...headers });
  return { world, watch };
}

describe("a process that stops", () => {
  it("ends its streams at once, so that their readers go on at another, with nothing missed", async () => {
    const one = await startTestServer();
    const two = await one.another();
    const { world, watch } = await buildReader(one);
    const streams = await Promise.all(Array.from({ length: 5 }, () => watch(two)));
    const first = await world.session(60);
    for (const stream of streams) assert.equal((await stream.atLeast(1))[0]?.data.sessionId, first);
    const closing = two.close();
    for (const stream of streams) await stream.over();
    const second = await world.session(120);
    await closing;
    const again = await watch(one, { "last-event-id": streams[0]?.heard[0]?.id ?? "" });
    assert.equal((await again.atLeast(1))[0]?.data.sessionId, second);
    await one.close();
    await again.over();
  });
});

describe("two processes with NATS_URL", () => {
  it("carry reactions by it, wake each other by it, and do so by the database while it is away", async () => {
    const nats = await startNats();
    const one = await startTestServer({ settings: { NATS_URL: nats.url } });
    const two = await one.another();
    const { world, watch } = await buildReader(one);
    const stream = await watch(two);
    const session = await world.session(60);
    assert.equal((await stream.atLeast(1))[0]?.data.sessionId, session);
    const react = async (emoji: string) =>
      must(200, await world.as.teacher.post(`/api/sessions/${session}/reactions`, { emoji }));
    await react("🎉");
    assert.equal((await stream.atLeast(2))[1]?.data.emoji, "🎉");
    const heard = (emoji: string) => stream.heard.some(({ data }) => data.emoji === emoji);
    const reactUntilHeard = (emoji: string) =>
      eventually(async () => {
        await react(emoji);
        assert.ok(heard(emoji));
      });
    await nats.stop();
    await reactUntilHeard("👏");
    must(200, await world.as.teacher.patch(`/api/sessions/${session}`, { status: "confirmed" }));
    await eventually(async () => assert.equal(stream.heard.at(-1)?.data.status, "confirmed"));
    await nats.start();
    await reactUntilHeard("🙌");
    stream.hangUp();
    await one.close();
    await nats.stop();
  });

  it("start while NATS is away, and serve", async () => {
    const nats = await startNats();
    await nats.stop();
    const one = await startTestServer({ settings: { NATS_URL: nats.url } });
    const { world, watch } = await buildReader(one);
    const stream = await watch(one);
    const session = await world.session(60);
    assert.equal((await stream.atLeast(1))[0]?.data.sessionId, session);
    stream.hangUp();
    await one.close();
  });
});
