// node bench/profile.ts [--checkout folder] [--side before|after] [--into folder] [--amount requests]: the flame graphs
// and the table of one checkout, of this one unless another is named.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { layers } from "./profile/layers.ts";
import { profileRoutes } from "./profile/profile.ts";
import { publishProfiles, sides } from "./profile/publish.ts";

const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    checkout: { type: "string", default: root },
    side: { type: "string", default: "after" },
    into: { type: "string", default: resolve(root, "docs/profiles") },
    amount: { type: "string", default: "2000" },
  },
});
const side = sides.find((each) => each === values.side);
if (!side) throw new Error(`--side is one of ${sides.join(", ")}`);

const profiles = await profileRoutes(resolve(values.checkout), Number(values.amount));
publishProfiles(profiles, side, resolve(values.into));

const line = (name: string, cells: readonly (string | number)[]) =>
  console.log(name.padEnd(32) + cells.map((cell) => String(cell).padStart(18)).join(""));
line(
  "microseconds of CPU a request",
  profiles.map(({ route }) => route),
);
for (const layer of layers) {
  line(
    layer,
    profiles.map((profile) => Math.round(profile.layers[layer])),
  );
}
line(
  "the server's process",
  profiles.map(({ server }) => Math.round(server)),
);
line(
  "PostgreSQL",
  profiles.map(({ database }) => Math.round(database)),
);
