import { existsSync, readFileSync } from "node:fs";
import type { ChatAssets } from "../products/screening/index.ts";

/** What Vite says of an entry of its build (https://vite.dev/guide/backend-integration). */
interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

const entry = "src/chat/main.tsx";

/** The scripts and styles of the prospects' chat, under the names that the build gave them; null where it was not built. */
export function findChatAssets(folder: URL): ChatAssets | null {
  const file = new URL(".vite/manifest.json", folder);
  if (!existsSync(file)) return null;
  const chunks: Record<string, Chunk> = JSON.parse(readFileSync(file, "utf8"));
  const main = chunks[entry];
  if (!main) return null;
  return { script: `/${main.file}`, styles: [...new Set(stylesOf(entry, chunks))].map((path) => `/${path}`) };
}

/** The styles of a chunk and of those that it imports. */
function stylesOf(name: string, chunks: Record<string, Chunk>): string[] {
  const { css = [], imports = [] } = chunks[name] ?? { file: "" };
  return [...imports.flatMap((one) => stylesOf(one, chunks)), ...css];
}
