import { memberRoute, type RouteGroup, streamRoute } from "#http/route.ts";
import { refuse } from "#kernel/errors.ts";
import { formatInstant } from "#kernel/instant.ts";
import type { Vault } from "#kernel/vault.ts";
import { organizationTopic } from "./broadcast.ts";
import { issueTicket } from "./operations/issue-ticket.ts";
import { mayWatchOrganization } from "./policy.ts";
import { wire } from "./wire.ts";

/** An API key that may open some stream may have a ticket for it. */
const anyStream = ["mentorship:read", "live:read", "screening:read", "events:read"] as const;

/** The stream of an organization, and the tickets for all streams; those of products are theirs. */
export const streamRoutes = (vault: Vault): RouteGroup => ({
  contract: {
    tag: "events",
    badInput: "invalid_request",
    malformedBody: "malformed_json",
    errorShape: "problem",
  },
  routes: [
    memberRoute(
      wire.issueTicket,
      { scope: anyStream, secret: true, prepare: async ({ credentials }) => credentials },
      async (context, _, credentials) => {
        if (!credentials) throw refuse("unauthenticated");
        const { ticket, expiresAt } = await issueTicket(context, vault, credentials);
        return { ticket, expiresAt: formatInstant(expiresAt) };
      },
    ),
    streamRoute(wire.watchOrganization, { scope: "events:read" }, async ({ actor }) => {
      if (!mayWatchOrganization(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
      return organizationTopic;
    }),
  ],
});
