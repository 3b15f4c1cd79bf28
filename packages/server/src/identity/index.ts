import type { Offer } from "#http/route.ts";
import { accountPages } from "./account-pages.ts";
import { createAttempts } from "./attempts.ts";
import { invitationPages } from "./invitation-pages.ts";
import { identityRoutes, type Parts } from "./routes.ts";
import { models } from "./schema.ts";

export { findActors } from "./actors-store.ts";
export { insertMember } from "./members-store.ts";
export { createFirstAdmin } from "./operations/create-first-admin.ts";
export { findOrganization, insertOrganization } from "./organizations-store.ts";
export { createPasswords } from "./passwords.ts";
export { insertPerson, listMemberships } from "./people-store.ts";
export { appendPersonal } from "./personal-event.ts";
export { findReaders, type Reader } from "./readers-store.ts";
export { hashSecret } from "./secrets.ts";

export { identityTasks } from "./tasks.ts";

/** What identity offers to the server. `publicUrl` is where browsers reach it. */
export function identity(given: Omit<Parts, "attempts">): Offer {
  const parts = { ...given, attempts: createAttempts() };
  return {
    routes: identityRoutes(parts),
    models,
    pages: [...accountPages(parts), ...invitationPages(parts)],
  };
}
