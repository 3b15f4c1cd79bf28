import type { ReadContext } from "#database/context.ts";
import { bearerRoute, memberRoute, type Offer } from "#http/route.ts";
import { notFound } from "#kernel/errors.ts";
import type { Vault } from "#kernel/vault.ts";
import { mailWire as wire } from "./mail-wire.ts";
import { reportBounce } from "./operations/report-bounce.ts";
import { optOutPages } from "./opt-out-pages.ts";
import { chooseReminders, wantsReminders } from "./opt-outs.ts";
import { findAddress } from "./opt-outs-store.ts";

interface Parts {
  vault: Vault;
  /** The operator's secret for reports of bounces; null where there are none. */
  bounceToken: string | null;
}

/** What the server offers about its mail: who wants which, and what came back. */
export const mailOffer = (parts: Parts): Offer => ({
  routes: {
    contract: {
      tag: "notifications",
      badInput: "invalid_request",
      malformedBody: "malformed_json",
      errorShape: "problem",
    },
    routes: [
      memberRoute(wire.getMyNotifications, {}, async (context) => {
        const { tx, actor } = context;
        return present(await wantsReminders(tx, actor.organizationId, await addressOf(context)));
      }),
      memberRoute(wire.updateMyNotifications, {}, async (context, { body: { reminders } }) => {
        const { tx, actor, now } = context;
        await chooseReminders(tx, actor.organizationId, await addressOf(context), reminders, now);
        return present(reminders);
      }),
      bearerRoute(wire.reportBounce, {}, async (context, { body }) => {
        const { id: effectId, state, outcome } = await reportBounce(context, parts, body);
        return { data: { effectId, state, outcome } };
      }),
    ],
  },
  models: [],
  pages: optOutPages(parts.vault),
});

const present = (reminders: boolean) => ({ data: { reminders } });

async function addressOf({ tx, actor }: ReadContext): Promise<string> {
  const email = await findAddress(tx, actor.id);
  if (email === null) throw notFound("person");
  return email;
}
