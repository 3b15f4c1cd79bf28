import { calendarFeed } from "../calendar-feed/index.ts";
import { inspection } from "../effects/routes.ts";
import type { Page } from "../http/page.ts";
import type { Offer } from "../http/route.ts";
import { identity } from "../identity/index.ts";
import type { Passwords } from "../identity/passwords.ts";
import type { Tokens } from "../identity/tokens.ts";
import type { Vault } from "../kernel/vault.ts";
import { type DevicesParts, devices } from "../notifications/devices.ts";
import { mailOffer } from "../notifications/mail-offer.ts";
import { depositions, depositionsAgenda } from "../products/depositions/index.ts";
import { live, liveAgenda } from "../products/live/index.ts";
import { mentorship, mentorshipAgenda } from "../products/mentorship/index.ts";
import { type ChatAssets, screening } from "../products/screening/index.ts";
import { type Note, type ProviderAccounts, providerAccounts } from "../rooms/accounts/index.ts";
import { type RoomParts, rooms } from "../rooms/index.ts";
import { recordings } from "../rooms/recording/index.ts";
import { streams } from "../streams/index.ts";
import { openEndpoints, webhooks } from "../webhooks/index.ts";
import type { WebhookSender } from "../webhooks/sender-port.ts";

/** What routes ask for beyond their transaction. */
interface Parts {
  accounts: ProviderAccounts;
  rooms: RoomParts;
  /** Of running rooms. */
  sockets: Offer["sockets"];
  /** What tells of rooms at providers. */
  note: Note;
  recordings: Parameters<typeof recordings>[0];
  /** Where links of what only pretends lead. */
  sandboxPages: readonly Page[];
  tokens: Tokens;
  passwords: Passwords;
  vault: Vault;
  webPush: DevicesParts["web"];
  webhookSender: Pick<WebhookSender, "faultOf">;
  /** What takes the questionnaires' pages over in browsers; null where it was not built. */
  chat: ChatAssets | null;
  /** Of whoever reports bounces; null where nobody does. */
  bounceToken: string | null;
  mailFrom: string;
  publicUrl: string;
}

/** Everything that the server offers over HTTP. */
export const offers = (parts: Parts): Offer[] => {
  const { accounts, tokens, passwords, vault, publicUrl, mailFrom, bounceToken } = parts;
  const agendas = [mentorshipAgenda, liveAgenda, depositionsAgenda].map((agenda) => agenda(publicUrl));
  return [
    identity({ tokens, passwords, vault, publicUrl }),
    inspection({ webhook: openEndpoints }),
    {
      ...depositions({ publicUrl, zoom: accounts.meetings, recordings: parts.recordings.links }),
      pages: parts.sandboxPages,
    },
    live(parts.rooms),
    mentorship(accounts.callTokens),
    screening({ vault, publicUrl, chat: parts.chat }),
    recordings(parts.recordings),
    providerAccounts({ accounts, vault, publicUrl, note: parts.note }),
    devices({ vault, web: parts.webPush }),
    webhooks({ vault, sender: parts.webhookSender }),
    { ...rooms(parts.rooms), sockets: parts.sockets },
    streams({ vault }),
    mailOffer({ vault, bounceToken }),
    calendarFeed({ publicUrl, mailFrom, agendas }),
  ];
};
