import type { RouteGroup } from "#http/route.ts";
import type { Mailing } from "./account-mails.ts";
import { accountRoutes } from "./account-routes.ts";
import type { Attempts } from "./attempts.ts";
import { mailedLinkRoutes } from "./mailed-link-routes.ts";
import { organizationRoutes } from "./organization-routes.ts";
import type { Passwords } from "./passwords.ts";
import type { Tokens } from "./tokens.ts";

export interface Parts extends Mailing {
  tokens: Tokens;
  attempts: Attempts;
  passwords: Passwords;
}

/** The routes of one's own account, and of organizations with all that is in them. */
export const identityRoutes = (parts: Parts): RouteGroup => ({
  contract: {
    tag: "identity",
    badInput: "invalid_request",
    malformedBody: "malformed_json",
    errorShape: "problem",
  },
  routes: [...accountRoutes(parts), ...mailedLinkRoutes(parts), ...organizationRoutes(parts)],
});
