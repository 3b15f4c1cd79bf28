// Builds the pages into dist/, unless what is there was made of the very same sources. Part of `npm start` and `npm test`.
import { buildWhenStale } from "./build-when-stale.ts";

await buildWhenStale((line) => console.log(`convene: ${line}`));
