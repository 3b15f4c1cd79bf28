// Builds the pages into dist/, unless what is there was made of the very same sources. `npm test` runs it, and `npm start`
// loads it before the server, in whose process a look at the sources costs less than in one of its own.
import module from "node:module";
import { fileURLToPath } from "node:url";

// Looking takes a moment, turning two files of TypeScript into JavaScript three times as long; packages/server/bin/convene.js
// says more.
module.enableCompileCache(
  fileURLToPath(new URL("../../../node_modules/.cache/convene/compiled", import.meta.url)),
);
const { buildWhenStale } = await import("./build-when-stale.ts");
await buildWhenStale((line) => console.log(`convene: ${line}`));
