import type { Offer } from "#http/route.ts";
import { type Note, notificationHooks } from "./notifications.ts";
import { type AccountParts, accountRoutes } from "./routes.ts";
import { models } from "./schema.ts";

export {
  type Connect,
  type Connection,
  createProviderAccounts,
  type Deployment,
  type ProviderAccounts,
} from "./accounts.ts";
export { providerOf } from "./accounts-store.ts";
export { noteByReference } from "./note-by-reference.ts";
export type { Note } from "./notifications.ts";

/** What accounts with providers offer to the server, and where those providers notify it. */
export const providerAccounts = (parts: AccountParts & { note: Note }): Offer => ({
  routes: accountRoutes(parts),
  models,
  hooks: notificationHooks(parts),
});
