import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { formatEvent } from "../../packages/server/src/kernel/event-stream.ts";
import type { Ground, World } from "../ground.ts";
import { memoryOf } from "../processes.ts";
import type { Wanted } from "./messages.ts";

/** Who holds streams open and writes to them, as a process of its own. */
export interface Holder {
  name: string;
  port: number;
  pid: number;
  /** The stream to whose readers `publish` publishes. */
  busiest: Wanted;
  /** One stream of each of many topics, the busiest first. */
  spread: readonly Wanted[];
  /** Publishes, and resolves with the answer. */
  publish: Record<Kind, () => Promise<void>>;
  stop(): Promise<void>;
}

/** A stored event is written, placed and read again before it is sent; a reaction is sent and forgotten. */
export type Kind = "reaction" | "stored event";

/** Bytes that an event of each kind holds once, and nothing else that is sent on a stream. */
export const markers: Record<Kind, number> = { reaction: 0xf0, "stored event": 0x5b };

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Lets the process collect its garbage when it is told to: else its size says what was, not what is. */
const collecting = ["--expose-gc", "--import", file("./collect.ts")];

/** Bytes that the process holds, when it has let go of its garbage. */
export async function memoryOfHolder({ pid }: Holder): Promise<number> {
  for (let round = 0; round < 2; round += 1) {
    process.kill(pid, "SIGUSR2");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return memoryOf([pid]);
}

/** node:http and nothing else. */
export async function startRaw(topics: number): Promise<Holder> {
  const child = fork(file("../floor/streams.ts"), { execArgv: collecting });
  const [{ port }] = await once(child, "message");
  const spread = Array.from({ length: topics }, (_, n) => ({ path: `/${n}`, authorization: "Bearer none" }));
  const [busiest = { path: "/", authorization: "" }] = spread;
  const id = "019aaaaa-0000-7000-8000-000000000000";
  const publish = (bytes: Buffer) => () =>
    send(`http://127.0.0.1:${port}${busiest.path}`, "POST", { body: new Uint8Array(bytes) });
  const at = new Date(0).toISOString();
  const session = { sessionId: id, mentorshipId: id };
  return {
    ...{ name: "node:http", port, pid: child.pid ?? 0, busiest, spread },
    publish: {
      reaction: publish(
        formatEvent({
          name: "call-reaction",
          data: { ...session, emoji: "🎉", userId: id.slice(12), sentAt: at },
        }),
      ),
      "stored event": publish(
        formatEvent({
          ...{ id, name: "session-update" },
          data: {
            ...{ eventId: id, type: "mentorship.session.edited", ...session },
            ...{ version: 1, occurredAt: at, changed: ["notes"] },
          },
        }),
      ),
    },
    async stop() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

/** Convene, whose callers may have as many streams as are opened. */
export async function startConveneHolder(ground: Ground, world: World, topics: number): Promise<Holder> {
  const convene = await ground.startConvene(world.database, {
    STREAMS_PER_CALLER: "100000",
    STREAMS_PER_PROCESS: "100000",
    NODE_OPTIONS: collecting.join(" "),
  });
  const { origin, pid } = convene;
  const tokens = new Map(world.organizations.map(({ id, admin }) => [id, `Bearer ${admin.token}`]));
  const [session] = await world.database.query<{ id: string; mentorshipId: string }>(
    `select id, mentorship_id as "mentorshipId" from mentorship_sessions
     where organization_id = $1 and status = 'scheduled' limit 1`,
    [world.organizationId],
  );
  if (!session) throw new Error("there is no mentorship session to speak of");
  const authorization = tokens.get(world.organizationId) ?? "";
  const watch = (id: string) => `/api/events/mentorships/${id}/events`;
  const busiest = { path: watch(session.mentorshipId), authorization };
  const others = world.spread.mentorships
    .filter(({ id }) => id !== session.mentorshipId)
    .slice(0, topics - 1);
  const headers = { authorization, "content-type": "application/json" };
  const json = (body: object) => ({ headers, body: JSON.stringify(body) });
  let edits = 0;
  return {
    ...{ name: "Convene", port: Number(new URL(origin).port), pid, busiest },
    spread: [
      busiest,
      ...others.map(({ id, organizationId }) => ({
        path: watch(id),
        authorization: tokens.get(organizationId) ?? "",
      })),
    ],
    publish: {
      reaction: () => send(`${origin}/api/sessions/${session.id}/reactions`, "POST", json({ emoji: "🎉" })),
      "stored event": () => {
        edits += 1;
        return send(`${origin}/api/sessions/${session.id}`, "PATCH", json({ notes: `note ${edits}` }));
      },
    },
    stop: convene.stop,
  };
}

async function send(
  url: string,
  method: string,
  more: { headers?: Record<string, string>; body: string | Uint8Array<ArrayBuffer> },
): Promise<void> {
  const answer = await fetch(url, { method, ...more });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} to ${method} ${url}: ${text}`);
}
