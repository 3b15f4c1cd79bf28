import { access } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { DataDirectoryInUse } from "./errors.ts";
import { boundLog } from "./log-file.ts";
import { type Held, type Opening, openCluster } from "./open-cluster.ts";
import { stopPostmaster } from "./postmaster.ts";
import { removeSocketFolder, socketFile } from "./socket-folder.ts";

/** Milliseconds before the second, and between later, attempts to bring PostgreSQL back. */
const backOff = { first: 100, longest: 10_000 };

/**
 * Keeps an opened cluster running until `stop`: the connection that holds the lock ends when PostgreSQL does, whether it
 * was killed, crashed, or restarted its backends after one of them crashed; then the cluster is opened again on the same
 * socket, and pools find their way back.
 */
export class Supervisor {
  /** Resolves when the cluster cannot be ours again, because another server has it. */
  readonly lost: Promise<Error>;
  readonly #lose: (error: Error) => void;
  readonly #opening: Opening;
  readonly #ending = new AbortController();
  readonly #inspection: NodeJS.Timeout;
  #recovery: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;
  #given = false;

  constructor(opening: Opening, held: Held) {
    const lost = Promise.withResolvers<Error>();
    this.lost = lost.promise;
    this.#lose = lost.resolve;
    this.#opening = {
      ...opening,
      onComing() {},
      socketFolder: held.socketFolder,
      signal: this.#ending.signal,
    };
    this.#watch(held);
    this.#inspection = setInterval(
      () => this.#inspect().catch(() => undefined),
      opening.inspectEvery,
    ).unref();
  }

  /** Fast shutdown of PostgreSQL; resolves when it is gone. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    clearInterval(this.#inspection);
    this.#ending.abort(new Error("The database is being stopped."));
    await this.#recovery;
    if (this.#given) return; // it serves another server now
    await stopPostmaster(this.#opening.site);
    await removeSocketFolder(this.#opening.socketFolder);
  }

  #watch(held: Held): void {
    held.client.once("end", () => {
      if (!this.#ending.signal.aborted) this.#recovery = this.#recover();
    });
  }

  async #recover(): Promise<void> {
    const { log, signal } = this.#opening;
    log("The connection to PostgreSQL ended by itself: bringing it back.");
    for (let pause = backOff.first; !signal.aborted; pause = Math.min(pause * 2, backOff.longest)) {
      try {
        this.#watch(await openCluster(this.#opening));
        log("PostgreSQL is back.");
        return;
      } catch (error) {
        if (signal.aborted) return;
        log(`PostgreSQL did not come back: ${(error as Error).message}`);
        if (error instanceof DataDirectoryInUse) return this.#giveUp(error);
      }
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  #giveUp(error: Error): void {
    this.#given = true;
    clearInterval(this.#inspection);
    this.#lose(error);
  }

  /** Without its socket PostgreSQL serves only the connections it has; a restart makes a new one at the same path. */
  async #inspect(): Promise<void> {
    const { site, socketFolder, log, signal } = this.#opening;
    await boundLog(site.dataDir);
    if (this.#recovery !== undefined || (await exists(socketFile(socketFolder)))) return;
    if (signal.aborted) return;
    log(`PostgreSQL's socket was removed from ${socketFolder}: restarting PostgreSQL.`);
    await stopPostmaster(site);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
