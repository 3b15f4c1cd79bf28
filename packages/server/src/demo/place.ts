import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where a demo says what it holds. */
export const demoFile = (dataDir: string): string => join(dataDir, "demo.json");

/** Says, while a demo is being filled, which organization it is: filling it takes more than one transaction. */
export const unfinishedFile = (dataDir: string): string => `${demoFile(dataDir)}.unfinished`;

/** Whether a data directory belongs to a demo, be it filled or only begun. */
export const isForDemo = (dataDir: string): boolean =>
  [demoFile(dataDir), unfinishedFile(dataDir)].some((file) => existsSync(file));
