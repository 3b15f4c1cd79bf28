import type { Client } from "pg";
import { type Binaries, findBinaries } from "./binaries.ts";
import { chooseSite, prepareCluster } from "./cluster.ts";
import type { EmbeddedOptions, EmbeddedPostgres } from "./contract.ts";
import { type Held, type Opening, openCluster } from "./open-cluster.ts";
import { administratorOf, ensureOwner, ownerOf } from "./owner.ts";
import { readPostmaster } from "./pid-file.ts";
import { type ServerSettings, stopPostmaster } from "./postmaster.ts";
import { makeSocketFolder, removeSocketFolder } from "./socket-folder.ts";
import { Supervisor } from "./supervisor.ts";
import { type SystemFolders, systemFolders } from "./system-folder.ts";

/** What the tests replace: the machine's folders and the package. */
export interface Surroundings {
  folders?: SystemFolders;
  native?: string;
  /** Milliseconds between looks at the log's size and the socket. */
  inspectEvery?: number;
}

/** `startEmbedded`, in surroundings that a test may choose. */
export async function startIn(
  options: EmbeddedOptions,
  { folders = systemFolders, native, inspectEvery = 30_000 }: Surroundings,
): Promise<EmbeddedPostgres> {
  const { log, durable = true, maxConnections = 100, signal = new AbortController().signal } = options;
  const { onComing = () => {} } = options;
  const site = await chooseSite(options.dataDir, folders, log);
  const binaries = await findBinaries({ account: site.account, dataDir: site.dataDir, folders, log, native });
  await prepareCluster(site, binaries, { durable, signal, log });
  const socketFolder = await makeSocketFolder(site.account);
  const opening = {
    site,
    binaries,
    settings: { durable, maxConnections },
    socketFolder,
    signal,
    log,
    onComing,
    inspectEvery,
  };
  const held = await openCurrent(opening).catch(async (error: unknown) => {
    // A server that was quicker may have taken the very postmaster that we had started, with its socket.
    if ((await readPostmaster(site.cluster))?.socketFolder !== socketFolder) {
      await removeSocketFolder(socketFolder);
    }
    throw error;
  });
  if (held.socketFolder !== socketFolder) await removeSocketFolder(socketFolder);
  const supervisor = new Supervisor(opening, held);
  try {
    await ensureOwner(held.client, site);
    signal.throwIfAborted();
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return {
    owner: ownerOf(site, held.socketFolder),
    superuser: administratorOf(site, held.socketFolder),
    started: held.started,
    lost: supervisor.lost,
    stop: () => supervisor.stop(),
  };
}

/** Opens the cluster; a postmaster left by another release or with other settings is restarted with ours. */
async function openCurrent(opening: Opening): Promise<Held> {
  const held = await openCluster(opening);
  if (held.started) return held;
  if (await isCurrent(held.client, opening.binaries, opening.settings)) {
    opening.log("Took over the PostgreSQL that an earlier server left running.");
    return held;
  }
  opening.log(
    "Restarting the PostgreSQL that an earlier server left running: its version or settings differ.",
  );
  await stopPostmaster(opening.site);
  await removeSocketFolder(held.socketFolder);
  return openCluster(opening);
}

async function isCurrent(client: Client, binaries: Binaries, settings: ServerSettings): Promise<boolean> {
  const { rows } = await client.query<{ version: string; connections: string; durable: boolean }>(
    `select split_part(current_setting('server_version'), ' ', 1) as version,
            current_setting('max_connections') as connections,
            current_setting('fsync')::boolean as durable`,
  );
  const [row] = rows;
  return (
    row?.version === binaries.version &&
    row.connections === String(settings.maxConnections) &&
    row.durable === settings.durable
  );
}
