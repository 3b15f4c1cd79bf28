import type { Offer } from "#http/route.ts";
import type { Mailing } from "./account-mails.ts";
import { accountPages } from "./account-pages.ts";
import { createAttempts } from "./attempts.ts";
import { invitationPages } from "./invitation-pages.ts";
import { identityRoutes } from "./routes.ts";
import { models } from "./schema.ts";
import type { Tokens } from "./tokens.ts";

export { findActors } from "./actors-store.ts";
export { insertMember } from "./members-store.ts";
export { createFirstAdmin } from "./operations/create-first-admin.ts";
export { findOrganization, insertOrganization } from "./organizations-store.ts";
export { insertPerson, listMemberships } from "./people-store.ts";
export { appendPersonal } from "./personal-event.ts";
export { findReaders, type Reader } from "./readers-store.ts";
export { hashPassword, hashSecret } from "./secrets.ts";

export { identityTasks } from "./tasks.ts";

/** What identity offers to the server. `publicUrl` is where browsers reach it. */
export function identity(given: Mailing & { tokens: Tokens }): Offer {
  const parts = { ...given, attempts: createAttempts() };
  return {
    routes: identityRoutes(parts),
    models,
    pages: [...accountPages(parts), ...invitationPages(parts)],
  };
}
