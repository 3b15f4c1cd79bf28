import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "../config.ts";
import type { ListenerOptions } from "../database/listener.ts";
import { createPool, type Pool } from "../database/pool.ts";
import { createDatabase } from "../database/tenancy.ts";
import { createStreams, type StreamLimits, type Streams, streamTimes } from "../http/streams.ts";
import type { Clock } from "../kernel/clock.ts";
import { liveBroadcaster } from "../products/live/index.ts";
import { mentorshipAnnouncer, mentorshipBroadcaster } from "../products/mentorship/index.ts";
import { queueBroadcaster } from "../products/screening/index.ts";
import { createHub, type Hub } from "../realtime/hub.ts";
import type { Realtime } from "../realtime/port.ts";
import { mostReads } from "../realtime/turns.ts";
import { organizationBroadcaster } from "../streams/index.ts";

interface Parts {
  connection: ListenerOptions["connection"];
  role: string | undefined;
  config: Config;
  clock: Clock;
  pickRealtime: (parts: RealtimeParts) => Realtime;
  /** For tests, which cannot wait for as long as a reader can. */
  times?: Partial<StreamLimits>;
}

/** What an adapter of realtime may use. */
export interface RealtimeParts {
  connection: ListenerOptions["connection"];
  pool: Pool;
  /** Told when its connection is lost. */
  onLost: (fault: unknown) => void;
}

interface Log {
  warn(details: object, text: string): void;
}

export interface Streaming {
  realtime: Realtime;
  hub: Hub;
  streams: Streams;
  /** Where faults are written from now on. */
  reportTo(log: Log): void;
  stop(): Promise<void>;
}

/** Connections for messages and for new events, one each: these must wait for nothing, neither for requests nor jobs. */
const connections = 2;

/** Milliseconds that the start waits for the connection between processes; without it streams only lag. */
const patience = 3_000;

/** What goes from process to process, and from there to whoever reads a stream. */
export async function startStreaming(parts: Parts): Promise<Streaming> {
  const { connection, role, config, clock, pickRealtime, times } = parts;
  let log: Log = { warn() {} };
  const report = (text: string) => (fault: unknown) => log.warn({ err: fault }, text);
  const pool = createPool({ connection, role, size: connections, onError: () => {} });
  const missedPool = createPool({ connection, role, size: mostReads, onError: () => {} });
  const realtime = pickRealtime({ connection, pool, onLost: report("NATS cannot be reached") });
  const hub = createHub({
    database: createDatabase(pool),
    missed: createDatabase(missedPool),
    realtime,
    broadcasters: [mentorshipBroadcaster, liveBroadcaster, queueBroadcaster, organizationBroadcaster],
    announcers: [mentorshipAnnouncer],
    clock,
    onFault: report("new events could not be read"),
  });
  const streams = createStreams({
    perCaller: config.streamsPerCaller,
    perProcess: config.streamsPerProcess,
    ...streamTimes,
    ...times,
  });
  await Promise.race([realtime.connected, pause(patience, undefined, { ref: false })]);
  return {
    realtime,
    hub,
    streams,
    reportTo(given) {
      log = given;
    },
    async stop() {
      hub.stop();
      await realtime.stop();
      await pool.end();
      await missedPool.end();
    },
  };
}
