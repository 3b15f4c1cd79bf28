import type { Offer } from "#http/route.ts";
import type { Vault } from "#kernel/vault.ts";
import { streamRoutes } from "./routes.ts";

export { organizationBroadcaster } from "./broadcast.ts";
export { createRedeem } from "./redeem.ts";
export { purgeTickets } from "./tickets-store.ts";

/** What goes beyond the streams of single products. */
export const streams = ({ vault }: { vault: Vault }): Offer => ({ routes: streamRoutes(vault), models: [] });
