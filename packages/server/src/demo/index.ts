import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Server } from "../compose.ts";
import type { Config } from "../config.ts";
import { days } from "../kernel/clock.ts";
import { writePrivately } from "../secrets.ts";
import { type Demo, demoUserNames, organizationOf } from "./demo.ts";
import { fillDemo } from "./fill.ts";
import { isEmpty } from "./store.ts";

export const demoFile = (dataDir: string): string => join(dataDir, "demo.json");

/**
 * Fills the demo at the first start, and renews addresses and tokens at every later one. True when there is a
 * demo. Never in production, nor on an address that others can reach: its passwords are in a file.
 */
export async function refreshDemo(server: Server, config: Config, now: Date): Promise<boolean> {
  if (config.isProduction || !isLoopback(config.host)) return false;
  const file = demoFile(config.dataDir);
  const demo = existsSync(file) ? readDemo(file) : await fillFirst(server, now);
  if (!demo) return false;
  for (const name of demoUserNames) {
    const user = demo.users[name];
    user.token = (await server.tokens.issue(user.id, organizationOf(demo, name), days(30))).token;
  }
  writePrivately(file, `${JSON.stringify({ ...demo, baseUrl: config.publicUrl }, null, 2)}\n`);
  return true;
}

const readDemo = (file: string): Demo => JSON.parse(readFileSync(file, "utf8"));

async function fillFirst(server: Server, now: Date): Promise<Demo | null> {
  const isFirst = await server.database.asSystem(isEmpty);
  if (!isFirst) return null;
  const { log } = server.app;
  const { level } = log;
  // A log of forty requests that nobody sent would only confuse whoever starts the server for the first time.
  log.level = level === "silent" ? level : "warn";
  try {
    return await fillDemo(server, now);
  } finally {
    log.level = level;
  }
}

const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || /^127\./.test(host);
