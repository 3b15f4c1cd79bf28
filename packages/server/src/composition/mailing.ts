import type { Config } from "../config.ts";
import { deliveryTasks } from "../effects/deliver.ts";
import type { Task } from "../events/worker.ts";
import type { CapturedMails } from "../http/dev-mail.ts";
import { days, plus } from "../kernel/clock.ts";
import {
  findCapturedMail,
  insertCapturedMail,
  listCapturedMails,
  purgeCapturedMails,
} from "../notifications/captured-mails-store.ts";
import { emailChannel } from "../notifications/email-channel.ts";
import type { Mail, MailPort } from "../notifications/mail-port.ts";
import { optOutLinks } from "../notifications/opt-outs.ts";
import type { startBackground } from "./background.ts";
import { reminderChecks } from "./work.ts";

/** E-mails sent at once by one process, each over a connection of its own. */
export const mailConcurrency = 8;

export type KeepMail = (mail: Mail) => Promise<void>;

interface Parts {
  config: Config;
  delivery: Parameters<typeof deliveryTasks>[0];
  /** Null where mail is neither sent nor captured. */
  pickPort: (keep: KeepMail) => MailPort | null;
  /** Puts captured mail where it can be read. */
  show: (mails: CapturedMails) => Promise<void>;
  log: { error(details: object, text: string): void };
}

interface Mailing {
  deliveries: Parameters<typeof startBackground>[0]["deliveries"];
  tasks: Record<string, Task>;
  close(): Promise<void>;
}

/** How long captured mail is kept, and how many of them at most. */
const retention = days(7);
const mostCaptured = 5_000;

/**
 * E-mail goes to the SMTP server. Without one it is captured, except in production: there nobody takes it up, so it
 * waits in the database, without using up its tries, until a server is set.
 */
export async function createMailing({ config, delivery, pickPort, show, log }: Parts): Promise<Mailing> {
  const { database, clock, vault } = delivery;
  const { mail, publicUrl } = config;
  const port = pickPort((kept) =>
    database.asTenant(kept.organizationId, (tx) => insertCapturedMail(tx, kept, clock())),
  );
  const tasks = {
    "purge-captured-mails": () =>
      database.asSystem((tx) => purgeCapturedMails(tx, plus(clock(), -retention), mostCaptured)),
  };
  if (!port) {
    log.error({}, "SMTP_URL is not set: e-mail is not sent, but waits until it is");
    return { deliveries: {}, tasks, close: async () => {} };
  }
  if (!mail.smtpUrl) {
    await show({
      list: (before, limit) => database.asSystem((tx) => listCapturedMails(tx, before, limit)),
      find: (id) => database.asSystem((tx) => findCapturedMail(tx, id)),
    });
  }
  const letterhead = {
    from: mail.from,
    bounceAddress: mail.bounceAddress,
    host: new URL(publicUrl).hostname,
    optOutUrl: optOutLinks(vault, publicUrl),
  };
  const email = emailChannel({ database, clock, port, letterhead, reminderChecks, atOnce: mailConcurrency });
  const deliveries = { mail: { tasks: deliveryTasks(delivery, { email }), concurrency: mailConcurrency } };
  return { deliveries, tasks, close: () => port.close() };
}
