import { depositionRoutes, type Parts } from "./routes.ts";
import { models } from "./schema.ts";

export { recomputeStarts } from "./operations/recompute-starts.ts";

/** What depositions offers to the server. */
export const depositions = (parts: Parts) => ({ routes: depositionRoutes(parts), models });
