import { accountRoute, publicRoute, type Route } from "#http/route.ts";
import { mailedLinkWire as wire } from "./mailed-link-wire.ts";
import { askForReset } from "./operations/ask-for-password-reset.ts";
import { askForVerification } from "./operations/ask-for-verification.ts";
import { checkReset, resetPassword } from "./operations/reset-password.ts";
import { verifyEmail } from "./operations/verify-email.ts";
import type { Parts } from "./routes.ts";

const done = { success: true };

/** The routes that mail a link, and those that take its token. */
export const mailedLinkRoutes = ({ attempts, passwords, vault, publicUrl }: Parts): Route[] => [
  accountRoute(wire.askForVerification, {}, async (context) => {
    await askForVerification(context, { vault, publicUrl });
    return done;
  }),
  publicRoute(wire.verifyEmail, { perMinute: 30 }, async (context, { body }) => {
    await verifyEmail(context, body);
    return done;
  }),
  publicRoute(wire.askForReset, { perMinute: 10 }, async (context, { body }) => {
    await askForReset(context, vault, body);
    return done;
  }),
  publicRoute(
    wire.resetPassword,
    { perMinute: 30, prepare: (preparation, { body }) => checkReset(preparation, passwords, body) },
    async (context, { body }, passwordHash) => {
      const mailing = { vault, publicUrl };
      await resetPassword(context, { mailing, attempts }, body.token, passwordHash);
      return done;
    },
  ),
];
