import type { Config } from "../config.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Vault } from "../kernel/vault.ts";
import type { MailPort } from "../notifications/mail-port.ts";
import type { PushServices } from "../notifications/push-port.ts";
import { capturedMail } from "../providers/mail/captured.ts";
import { smtpMail } from "../providers/mail/smtp.ts";
import { createOutbound, type Outbound } from "../providers/outbound/outbound.ts";
import { expoPush } from "../providers/push/expo.ts";
import { webPushServices } from "../providers/push/web-push.ts";
import { natsRealtime } from "../providers/realtime/nats.ts";
import { postgresRealtime } from "../providers/realtime/postgres.ts";
import { httpSender } from "../providers/webhook/http-sender.ts";
import { withFallback } from "../realtime/fallback.ts";
import type { Realtime } from "../realtime/port.ts";
import type { GeneratedSecrets } from "../secrets.ts";
import type { WebhookSender } from "../webhooks/sender-port.ts";
import { type KeepMail, mailConcurrency } from "./mailing.ts";
import type { RealtimeParts } from "./streaming.ts";

/** Who answers for each outside service, by the operator's settings. */
export interface Adapters {
  push: PushServices;
  webhookSender: WebhookSender;
  /** Null in production without an SMTP server. */
  pickMail(keep: KeepMail): MailPort | null;
}

export function pickAdapters(config: Config, secrets: GeneratedSecrets, clock: Clock): Adapters {
  const { isProduction, mail } = config;
  const outbound = createOutbound({ allowed: config.webhookAllowPrivate, plainHttp: !isProduction });
  return {
    push: pickPush(config, secrets, clock, outbound),
    webhookSender: httpSender(outbound, clock),
    pickMail(keep) {
      if (mail.smtpUrl) return smtpMail(mail.smtpUrl, mailConcurrency);
      return isProduction ? null : capturedMail(keep);
    },
  };
}

/** Expo for phones, and the services of browsers. */
function pickPush(
  { push, mail }: Config,
  secrets: GeneratedSecrets,
  clock: Clock,
  outbound: Outbound,
): PushServices {
  const subject = push.vapidSubject ?? `mailto:${mail.from}`;
  return {
    expo: expoPush({ url: push.expoUrl, accessToken: push.expoAccessToken, clock }),
    web: webPushServices({ vapid: { ...(push.vapidKeys ?? secrets.vapid), subject }, outbound, clock }),
  };
}

/** The database itself; where the operator has NATS, only while NATS is lost. */
export function pickRealtime({ natsUrl }: Config, vault: Vault, parts: RealtimeParts): Realtime {
  const postgres = postgresRealtime(parts);
  if (!natsUrl) return postgres;
  const deployment = vault.fingerprint("realtime");
  return withFallback(natsRealtime({ url: natsUrl, deployment, onLost: parts.onLost }), postgres);
}
