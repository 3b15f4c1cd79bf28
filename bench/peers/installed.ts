import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where peers are installed, by `npm ci --prefix bench/peers`. */
export const modules = fileURLToPath(new URL("./node_modules", import.meta.url));

/** Throws where the package is not there. */
export function installedVersion(packageName: string): string {
  const file = join(modules, packageName, "package.json");
  if (!existsSync(file)) throw new Error("not installed: npm ci --prefix bench/peers");
  return JSON.parse(readFileSync(file, "utf8")).version;
}
