import { systemClock } from "../packages/server/src/kernel/clock.ts";
import { buildMentorshipWorld, must } from "../packages/server/test/build-mentorship.ts";
import { startTestServer } from "../packages/server/test/server.ts";
import { globalSetup, globalTeardown } from "../packages/server/test/setup.ts";
import { openStream } from "../packages/server/test/streams.ts";
import { openReceiver } from "../packages/server/test/webhook-receiver.ts";

/** Samples of each case; the first are not counted. */
const samples = 200;
const warmUp = 20;

/** Milliseconds between samples, so that each finds everybody at rest. */
const rest = 20;

/**
 * How long after the answer to a request its effects arrive, with nothing else going on: at a webhook endpoint, and at
 * a reader of a stream on another server of the same database. All in this one process, so that one clock counts.
 */
async function measureLatency(): Promise<void> {
  const one = await startTestServer({ settings: { WEBHOOK_ALLOW_PRIVATE: "127.0.0.0/8" } });
  const two = await one.another();
  const world = await buildMentorshipWorld(one);
  const endpoint = await openReceiver(systemClock);
  must(201, await world.as.admin.post("/api/webhook-endpoints", { url: endpoint.url }));
  const { token } = await two.server.tokens.issue(world.ids.coach, world.organizationId, 3_600_000);
  const path = `/api/events/mentorships/${world.mentorshipId}/events`;
  const stream = await openStream(two.url + path, { authorization: `Bearer ${token}` });
  const session = await world.session(60);
  await stream.atLeast(1);

  const note = async (n: number) =>
    must(200, await world.as.coach.patch(`/api/sessions/${session}`, { notes: `note ${n}` }));
  const react = async () =>
    must(200, await world.as.teacher.post(`/api/sessions/${session}/reactions`, { emoji: "🎉" }));
  const heard = () => stream.heard.length;
  console.log("milliseconds from the answer to a request until …   median    95 %   worst");
  print("a webhook endpoint gets its request", await sample(note, () => endpoint.received.length));
  print("a reader on another server has the stored event", await sample(note, heard));
  print("a reader on another server has the reaction", await sample(react, heard));
  stream.hangUp();
  await one.close();
  await endpoint.close();
}

/** Does something again and again, and takes the time from its answer until `count` has risen. */
async function sample(act: (n: number) => Promise<unknown>, count: () => number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < samples + warmUp; n += 1) {
    const before = count();
    await act(n);
    const answered = performance.now();
    while (count() === before) await new Promise((resolve) => setImmediate(resolve));
    if (n >= warmUp) times.push(performance.now() - answered);
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
  return times.sort((a, b) => a - b);
}

function print(what: string, times: readonly number[]): void {
  const at = (part: number) => (times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(1).padStart(8);
  console.log(`${what.padEnd(50)}${at(0.5)}${at(0.95)}${at(1)}`);
}

await globalSetup();
try {
  await measureLatency();
} finally {
  await globalTeardown();
}
