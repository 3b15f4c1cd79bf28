import type { Hook } from "#http/hook.ts";
import { refuse } from "#kernel/errors.ts";
import type { Occurrence } from "../occurrence.ts";
import { type OutsideProvider, outsideProviders, type ProviderName } from "../provider-port.ts";
import type { ProviderAccounts } from "./accounts.ts";

/** Notes what happened in the room that a provider calls so: of one organization, or of any where it is null. */
export type Note = (
  organizationId: string | null,
  provider: ProviderName,
  reference: string,
  occurrences: readonly Occurrence[],
) => Promise<void>;

interface Parts {
  accounts: Pick<ProviderAccounts, "findNotified">;
  note: Note;
}

/** Everybody in a large session may come and go at once, and each is a notification. */
const perMinute = 6_000;

/**
 * Where providers tell us what happens in their rooms: with the operator's account, or at an address of an
 * organization's own account, whose notifications reach no room of another. What is forged, and what is for an account
 * that is not there, gets one and the same answer.
 */
export const notificationHooks = (parts: Parts): Hook[] =>
  ["/api/room-notifications/:provider", "/api/room-notifications/:provider/:accountId"].map((path) => ({
    path,
    perMinute,
    answer: ({ params, headers, body, now }) =>
      takeNotification(parts, params.provider ?? "", params.accountId ?? null, { headers, body, now }),
  }));

async function takeNotification(
  { accounts, note }: Parts,
  name: string,
  accountId: string | null,
  notification: { headers: Readonly<Record<string, string | undefined>>; body: Buffer; now: Date },
): Promise<object | null> {
  const found = isProvider(name) ? await accounts.findNotified(name, accountId) : null;
  const notified = await found?.rooms.readNotification(notification);
  if (!found || !notified) throw refuse("unauthenticated");
  for (const { reference, occurrence } of notified.happened) {
    await note(found.organizationId, found.rooms.name, reference, [occurrence]);
  }
  return notified.answer ?? null;
}

const isProvider = (name: string): name is OutsideProvider =>
  (outsideProviders as readonly string[]).includes(name);
