import type { Offer } from "#http/route.ts";
import { createAttempts } from "./attempts.ts";
import { identityRoutes } from "./routes.ts";
import { models } from "./schema.ts";
import type { Tokens } from "./tokens.ts";

export { insertMember } from "./members-store.ts";
export { createFirstAdmin } from "./operations/create-first-admin.ts";
export { insertOrganization } from "./organizations-store.ts";
export { insertPerson } from "./people-store.ts";
export { hashPassword } from "./secrets.ts";

/** What identity offers to the server. `publicUrl` is where browsers reach it. */
export const identity = (parts: { tokens: Tokens; publicUrl: string }): Offer => ({
  routes: identityRoutes({ ...parts, attempts: createAttempts() }),
  models,
});
