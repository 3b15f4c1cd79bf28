import { existsSync, readFileSync, rmSync } from "node:fs";
import type { Server } from "../compose.ts";
import type { Config } from "../config.ts";
import { days } from "../kernel/clock.ts";
import { writePrivately } from "../secrets.ts";
import { type Demo, demoUserNames, newOrganizations, organizationOf } from "./demo.ts";
import { fillDemo } from "./fill.ts";
import { demoFile, unfinishedFile } from "./place.ts";
import { hasOrganization, isEmpty } from "./store.ts";

/**
 * Fills the demo at the first start, and renews addresses and tokens at every later one. True when there is a
 * demo. Never in production, nor on an address that others can reach: its passwords are in a file. Throws when
 * the server was killed in the middle of filling it.
 */
export async function refreshDemo(server: Server, config: Config, now: Date): Promise<boolean> {
  const { dataDir } = config;
  await refuseUnfinished(server, dataDir);
  if (config.isProduction || !isLoopback(config.host)) return false;
  const file = demoFile(dataDir);
  const demo = existsSync(file) ? readDemo(file) : await fillFirst(server, dataDir, now);
  if (!demo) return false;
  for (const name of demoUserNames) {
    const user = demo.users[name];
    user.token = (await server.tokens.issue(user.id, organizationOf(demo, name), days(30))).token;
  }
  writePrivately(file, `${JSON.stringify({ ...demo, baseUrl: config.publicUrl }, null, 2)}\n`);
  rmSync(unfinishedFile(dataDir), { force: true });
  return true;
}

const readDemo = (file: string): Demo => JSON.parse(readFileSync(file, "utf8"));

/** No server has listened on a half-filled demo since, so that nobody's own data is in it. */
async function refuseUnfinished({ database }: Server, dataDir: string): Promise<void> {
  const file = unfinishedFile(dataDir);
  if (existsSync(demoFile(dataDir)) || !existsSync(file)) return;
  const { id }: Demo["organization"] = JSON.parse(readFileSync(file, "utf8"));
  if (await database.asSystem((tx) => hasOrganization(tx, id))) {
    throw new Error(
      `the server was stopped while it filled its demo: remove DATA_DIR (${dataDir}), or where DATABASE_URL is set give it an empty database, and start again`,
    );
  }
}

async function fillFirst(server: Server, dataDir: string, now: Date): Promise<Demo | null> {
  const isFirst = await server.database.asSystem(isEmpty);
  if (!isFirst) return null;
  const organizations = newOrganizations();
  writePrivately(unfinishedFile(dataDir), `${JSON.stringify(organizations.organization)}\n`);
  const { log } = server.app;
  const { level } = log;
  // A log of forty requests that nobody sent would only confuse whoever starts the server for the first time.
  log.level = level === "silent" ? level : "warn";
  try {
    return await fillDemo(server, organizations, now);
  } finally {
    log.level = level;
  }
}

const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || /^127\./.test(host);
