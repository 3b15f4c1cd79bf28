import { setTimeout as pause, setImmediate as turn } from "node:timers/promises";
import { systemClock } from "../../packages/server/src/kernel/clock.ts";
import { openStream } from "../../packages/server/test/streams.ts";
import { openReceiver } from "../../packages/server/test/webhook-receiver.ts";
import { type Contestant, takeTurns } from "../contest.ts";
import type { Chapter } from "../figures.ts";
import { rowsFor } from "../routes/stage.ts";

/** Milliseconds between samples, so that each finds everybody at rest. */
const rest = 20;

/**
 * How long after the answer to a request its effects arrive, with nothing else going on: at a webhook endpoint, and at
 * a reader of a stream on another server of the same database. Receiver, reader and caller are this one process, so that
 * one clock counts.
 */
export const latency: Chapter = {
  name: "latency",
  title: "From the answer to its effects, at rest",
  async measure(ground, { quick }) {
    const world = await ground.world(rowsFor(quick));
    const settings = { WEBHOOK_ALLOW_PRIVATE: "127.0.0.0/8" };
    const one = await ground.startConvene(world.database, settings);
    const two = await ground.startConvene(world.database, settings);
    const endpoint = await openReceiver(systemClock);
    const { admin } = world;
    const call = caller(one.origin, admin.token);
    await call("POST", "/api/webhook-endpoints", { url: endpoint.url });
    const [session = ""] = world.ids.mentorshipSessions;
    const { data } = await call("GET", `/api/sessions/${session}`);
    const path = `/api/events/mentorships/${data.mentorshipId}/events`;
    const stream = await openStream(two.origin + path, { authorization: `Bearer ${admin.token}` });
    let notes = 0;
    const note = () => {
      notes += 1;
      return call("PATCH", `/api/sessions/${session}`, { notes: `note ${notes}` });
    };
    const react = () => call("POST", `/api/sessions/${session}/reactions`, { emoji: "🎉" });
    const [received, heard] = [() => endpoint.received.length, () => stream.heard.length];
    const both = [received, heard];
    const contestants = await takeTurns(
      [
        waiting("a webhook endpoint gets its request", note, received, both),
        waiting("a reader on another server has the stored event", note, heard, both),
        waiting("a reader on another server has the reaction", react, heard, [heard]),
      ],
      quick ? { rounds: 5, warmUp: 2 } : { rounds: 200, warmUp: 20 },
    );
    stream.hangUp();
    await Promise.all([one.stop(), two.stop(), endpoint.close()]);
    await world.database.drop();
    return [{ what: "from the answer until …", unit: "ms", better: "less", isApart: true, contestants }];
  },
};

type Count = () => number;

/** Does something, takes the time from its answer until `count` has risen, and waits for `all` that follows of it. */
function waiting(name: string, act: () => Promise<unknown>, count: Count, all: readonly Count[]): Contestant {
  return {
    name,
    async round() {
      await pause(rest);
      const before = all.map((each) => each());
      const first = count();
      await act();
      const answered = performance.now();
      while (count() === first) await turn();
      const value = performance.now() - answered;
      while (all.some((each, index) => each() === before[index])) await turn();
      return { value, errors: 0 };
    },
  };
}

const caller = (origin: string, token: string) => async (method: string, path: string, body?: object) => {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await fetch(origin + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json() as Promise<{ data: { mentorshipId: string } }>;
};
