import { calendarFeed } from "../calendar-feed/index.ts";
import { inspection } from "../effects/routes.ts";
import type { Offer } from "../http/route.ts";
import { identity } from "../identity/index.ts";
import type { Tokens } from "../identity/tokens.ts";
import type { Vault } from "../kernel/vault.ts";
import { type DevicesParts, devices } from "../notifications/devices.ts";
import { mailOffer } from "../notifications/mail-offer.ts";
import { depositions, depositionsAgenda } from "../products/depositions/index.ts";
import { live, liveAgenda } from "../products/live/index.ts";
import { mentorship, mentorshipAgenda } from "../products/mentorship/index.ts";
import { screening } from "../products/screening/index.ts";
import { streams } from "../streams/index.ts";
import { openEndpoints, webhooks } from "../webhooks/index.ts";
import type { WebhookSender } from "../webhooks/sender-port.ts";
import type { Adapters } from "./adapters.ts";

/** What routes ask for beyond their transaction. */
interface Parts extends Pick<Adapters, "callTokens" | "zoom"> {
  tokens: Tokens;
  vault: Vault;
  webPush: DevicesParts["web"];
  webhookSender: Pick<WebhookSender, "faultOf">;
  /** Of whoever reports bounces; null where nobody does. */
  bounceToken: string | null;
  mailFrom: string;
  publicUrl: string;
}

/** Everything that the server offers over HTTP. */
export const offers = (parts: Parts): Offer[] => {
  const { callTokens, zoom, tokens, vault, publicUrl, mailFrom, bounceToken } = parts;
  const agendas = [mentorshipAgenda, liveAgenda, depositionsAgenda].map((agenda) => agenda(publicUrl));
  return [
    identity({ tokens, vault, publicUrl }),
    inspection({ webhook: openEndpoints }),
    depositions({ publicUrl, zoom }),
    live,
    mentorship(callTokens),
    screening(),
    devices({ vault, web: parts.webPush }),
    webhooks({ vault, sender: parts.webhookSender }),
    streams({ vault }),
    mailOffer({ vault, bounceToken }),
    calendarFeed({ publicUrl, mailFrom, agendas }),
  ];
};
