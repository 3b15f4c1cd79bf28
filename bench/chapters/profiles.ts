import { fileURLToPath } from "node:url";
import type { Chapter, Figure, Measured } from "../figures.ts";
import { layers } from "../profile/layers.ts";
import { profileRoutes, type RouteProfile } from "../profile/profile.ts";
import { publishProfiles } from "../profile/publish.ts";

const checkout = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");

/** Where the processor time of the three hottest routes goes. Flame graphs and the comparison: docs/profiles. */
export const profiles: Chapter = {
  name: "profiles",
  title: "Where the microseconds go",
  async measure(_ground, { quick }) {
    const found = await profileRoutes(checkout, quick ? 200 : 2_000);
    if (!quick) publishProfiles(found, "after", `${checkout}/docs/profiles`);
    return found.map(figureOf);
  },
};

const figureOf = ({ route, layers: split, server, database }: RouteProfile): Figure => ({
  what: route,
  unit: "µs of CPU",
  better: "less",
  contestants: [
    measured("the server's process", server),
    ...layers.map((layer) => measured(`… ${layer}`, split[layer])),
    measured("PostgreSQL", database),
  ],
  note: "For one request, with everything that follows from it later. The flame graphs, and the same before this was worked on, are in docs/profiles.",
});

const measured = (name: string, value: number): Measured => ({
  ...{ name, median: value, low: value, high: value, errors: 0, rounds: 1 },
});
