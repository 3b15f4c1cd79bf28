// Writes openapi.json at the root of the repository from the routes. `npm run openapi`.
import { writeFileSync } from "node:fs";
import { describe } from "../src/composition/describe.ts";

const file = new URL("../../../openapi.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(await describe(), null, 2)}\n`);
