import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import type { Binaries } from "./binaries.ts";
import type { Site } from "./cluster.ts";
import type { ConnectionSettings } from "./contract.ts";
import { DataDirectoryInUse, EmbeddedStartFailed } from "./errors.ts";
import { tryHold } from "./hold.ts";
import { disownPidFile, isRunning, type Postmaster, readPostmaster } from "./pid-file.ts";
import { type ServerSettings, type Spawned, spawnPostmaster, stopPostmaster } from "./postmaster.ts";
import { processExists } from "./processes.ts";
import { isOurFolder, removeSocketFolder, restoreSocketFolder, socketPort } from "./socket-folder.ts";

/** Everything one attempt to open the cluster needs. */
export interface Opening {
  site: Site;
  binaries: Binaries;
  settings: ServerSettings;
  /** Where a postmaster that we start listens. */
  socketFolder: string;
  signal: AbortSignal;
  log: (line: string) => void;
  /** Called when a postmaster was started. */
  onComing: () => void;
  /** Milliseconds between looks at the log's size and the socket while it runs. */
  inspectEvery: number;
}

/** A running cluster that is ours as long as `client` is connected. */
export interface Held {
  client: Client;
  socketFolder: string;
  started: boolean;
}

/**
 * Adopts the cluster's running postmaster or starts one, and takes the lock that makes it ours. Waits as long as
 * PostgreSQL recovers. Throws DataDirectoryInUse when another server lives on it, EmbeddedStartFailed when postgres does
 * not come up, and the signal's reason; what it started is stopped then.
 */
export async function openCluster(opening: Opening): Promise<Held> {
  const attempt = new Attempt(opening);
  try {
    for (;;) {
      const held = await attempt.step();
      if (held !== undefined) return await recordHolder(opening.site, held);
      opening.signal.throwIfAborted();
      await sleep(5);
    }
  } catch (error) {
    await attempt.undo(error);
    throw error;
  }
}

/** Connection settings of the superuser; `database` as asked. */
export function superuserOf(site: Site, socketFolder: string, database: string): ConnectionSettings {
  const password = site.record.superuserPassword;
  return { host: socketFolder, port: socketPort, database, user: "postgres", password };
}

/** How long each unwelcome state may last, in milliseconds. */
const limits = {
  /** A killed server's connection, and with it its lock, is gone in a moment. */
  locked: 2_000,
  /** postgres refuses to start while backends of a killed postmaster are still ending. */
  blocked: 30_000,
  /** A postmaster says "ready" just before or while its socket appears or vanishes. */
  deaf: 3_000,
};

class Attempt {
  readonly #opening: Opening;
  readonly #since = new Map<keyof typeof limits | "waiting", number>();
  #spawned: Spawned | undefined;
  #started = false;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  /** One look at the cluster and the move it calls for; the result once it is ours. */
  async step(): Promise<Held | undefined> {
    const { site, signal } = this.#opening;
    signal.throwIfAborted();
    const postmaster = await readPostmaster(site.cluster);
    const socketFolder = postmaster?.socketFolder || this.#opening.socketFolder;
    const outcome = (await isOurFolder(socketFolder, site.account))
      ? await tryHold(superuserOf(site, socketFolder, "postgres"))
      : ({ kind: "unreachable", missing: true } as const);
    switch (outcome.kind) {
      case "held":
        return { client: outcome.client, socketFolder, started: this.#started };
      case "locked":
        if (this.#lastsTooLong("locked")) throw new DataDirectoryInUse(site.dataDir, await holder(site));
        return undefined;
      case "busy":
        this.#tellOfWaiting();
        return undefined;
      case "unreachable":
        await this.#bringUp(postmaster, outcome.missing);
        return undefined;
    }
  }

  /** Stops what this attempt started, unless it serves another server by now. */
  async undo(cause: unknown): Promise<void> {
    if (this.#spawned === undefined || this.#spawned.failure !== undefined) return;
    if (cause instanceof DataDirectoryInUse) return;
    await this.#spawned.stop();
    await removeSocketFolder(this.#opening.socketFolder);
  }

  async #bringUp(postmaster: Postmaster | undefined, missing: boolean): Promise<void> {
    const { site } = this.#opening;
    if (this.#spawned !== undefined) {
      if (this.#spawned.failure === undefined) return this.#tellOfWaiting();
      this.#forgive(this.#spawned.failure);
      this.#spawned = undefined;
      await sleep(100);
      return;
    }
    if (postmaster !== undefined && (await isRunning(site, postmaster))) {
      return this.#awaitSocket(postmaster, missing);
    }
    if (postmaster !== undefined) {
      if (processExists(postmaster.pid)) await disownPidFile(site);
      if (postmaster.socketFolder !== this.#opening.socketFolder)
        await removeSocketFolder(postmaster.socketFolder);
    }
    const { binaries, socketFolder, settings } = this.#opening;
    await restoreSocketFolder(socketFolder, site.account);
    this.#spawned = await spawnPostmaster(site, binaries, socketFolder, settings);
    this.#started = true;
    this.#opening.onComing();
  }

  /** Throws unless the failure is one that passes: another server won, or old backends are still ending. */
  #forgive({ error, output }: { error: Error | undefined; output: string }): void {
    this.#started = false;
    const passing = /lock file "[^"]+" already exists|pre-existing shared memory block/.test(output);
    if (error === undefined && passing && !this.#lastsTooLong("blocked")) return;
    throw error ?? new EmbeddedStartFailed("PostgreSQL did not start. Its last lines:", output);
  }

  /** The postmaster lives but its socket does not answer: coming, going, or removed by a cleaner of /tmp. */
  async #awaitSocket(postmaster: Postmaster, missing: boolean): Promise<void> {
    if (postmaster.status !== "ready" || !missing) return this.#tellOfWaiting();
    if (!this.#lastsTooLong("deaf")) return;
    const { site, log } = this.#opening;
    const pid = await holder(site);
    // Its server may live on with the connections it has: without the socket the lock cannot tell.
    if (pid !== undefined && pid !== process.pid) throw new DataDirectoryInUse(site.dataDir, pid);
    log(`The socket of the running PostgreSQL is gone from ${postmaster.socketFolder}: restarting it.`);
    await stopPostmaster(site);
  }

  #lastsTooLong(state: keyof typeof limits): boolean {
    return Date.now() - this.#firstSeen(state) > limits[state];
  }

  #tellOfWaiting(): void {
    if (Date.now() - this.#firstSeen("waiting") < 10_000) return;
    this.#since.set("waiting", Date.now());
    this.#opening.log("Still waiting for PostgreSQL to come up (it may be recovering from a crash).");
  }

  #firstSeen(state: keyof typeof limits | "waiting"): number {
    const first = this.#since.get(state) ?? Date.now();
    this.#since.set(state, first);
    return first;
  }
}

/** The live process that last took this data directory, for messages and where the lock cannot be asked. */
async function holder(site: Site): Promise<number | undefined> {
  const text = await readFile(holderFile(site), "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  return pid > 0 && processExists(pid) ? pid : undefined;
}

async function recordHolder(site: Site, held: Held): Promise<Held> {
  try {
    await writeFile(holderFile(site), `${process.pid}\n`, { mode: 0o600 });
    return held;
  } catch (error) {
    await held.client.end();
    throw error;
  }
}

function holderFile(site: Site): string {
  return join(site.dataDir, "server.pid");
}
