import assert from "node:assert/strict";
import ICAL from "ical.js";
import PostalMime, { type Attachment, type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { eventually } from "./eventually.ts";
import { freePort } from "./free-ports.ts";
import type { TestServer } from "./server.ts";

/**
 * Mail as its receivers see it, in two ways. Without SMTP_URL a test server captures what it sends:
 *
 *     await settled(server);
 *     const [mail] = await capturedMails(server, "ada@example.com");   // ReceivedMail[], oldest first
 *
 * With a real SMTP server of the test's own:
 *
 *     const mailbox = await openMailbox();
 *     const server = await startTestServer({ settings: { SMTP_URL: mailbox.url } });
 *     mailbox.refuse("gone@example.com");          // 550 5.1.1 at RCPT, for good
 *     mailbox.defer("busy@example.com");           // 451 4.2.1 at RCPT, until mailbox.accept(…)
 *     await mailbox.stop(); … await mailbox.start();   // the whole server is down, and back under the same URL
 *     const [mail] = await mailbox.received("ada@example.com", 1);     // waits until there are (at least) so many
 *     mailbox.mails                                 // all, in the order of their arrival
 *     await mailbox.close();
 *
 * A ReceivedMail has `from` and `to` (the envelope), `email` (postal-mime: subject, text, html, headers, messageId …),
 * `header(name)`, `raw`, and `calendar` (ical.js: the VCALENDAR of its invitation, or null); `event(mail)` is its VEVENT.
 */
export interface ReceivedMail {
  /** The envelope's. */
  from: string;
  to: string;
  email: Email;
  raw: string;
  calendar: ICAL.Component | null;
  /** A header's value, as it was sent, with its folds taken out; null without it. */
  header(name: string): string | null;
}

export interface Mailbox {
  /** For the setting SMTP_URL. */
  url: string;
  mails: ReceivedMail[];
  /** How many connections were made to it. */
  connections(): number;
  refuse(address: string, reply?: { code: number; text: string }): void;
  defer(address: string, reply?: { code: number; text: string }): void;
  accept(address: string): void;
  /** Mails to an address, once there are so many. */
  received(address: string, count?: number): Promise<ReceivedMail[]>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A real SMTP server on a free port of loopback, which keeps what it receives. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = [];
  const replies = new Map<string, { code: number; text: string }>();
  let connections = 0;
  const port = await freePort();
  let server: SMTPServer | null = null;

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const starting = new SMTPServer({
        disabledCommands: ["AUTH", "STARTTLS"],
        disableReverseLookup: true,
        closeTimeout: 1,
        logger: false,
        onConnect(_session, callback) {
          connections += 1;
          callback();
        },
        onRcptTo({ address }, _session, callback) {
          const reply = replies.get(address.toLowerCase());
          callback(reply ? Object.assign(new Error(reply.text), { responseCode: reply.code }) : null);
        },
        onData(stream, { envelope }, callback) {
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("end", async () => {
            const from = envelope.mailFrom ? envelope.mailFrom.address : "";
            const to = envelope.rcptTo.map(({ address }) => address).join(", ");
            mails.push(await parseMail({ from, to, raw: Buffer.concat(chunks).toString("latin1") }));
            callback();
          });
        },
      });
      starting.on("error", () => {});
      starting.server.once("error", reject);
      starting.listen(port, "127.0.0.1", resolve);
      server = starting;
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      if (server) server.close(() => resolve());
      else resolve();
      server = null;
    });

  await start();
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    connections: () => connections,
    refuse: (address, reply = { code: 550, text: "5.1.1 No such user here" }) =>
      replies.set(address.toLowerCase(), reply),
    defer: (address, reply = { code: 451, text: "4.2.1 Mailbox busy, try later" }) =>
      replies.set(address.toLowerCase(), reply),
    accept: (address) => replies.delete(address.toLowerCase()),
    received: (address, count = 1) =>
      eventually(async () => {
        const found = mails.filter(({ to }) => to.toLowerCase() === address.toLowerCase());
        assert.ok(found.length >= count, `${found.length} of ${count} mails to ${address} have arrived`);
        return found;
      }),
    stop,
    start,
    close: stop,
  };
}

/** What a server without SMTP_URL captured, oldest first; of one recipient, or of all. */
export async function capturedMails({ db }: Pick<TestServer, "db">, to?: string): Promise<ReceivedMail[]> {
  const rows = await db.query<{ from: string; to: string; raw: string }>(
    `select sender as from, recipient as to, raw from captured_mails
     where $1::text is null or lower(recipient) = lower($1) order by sequence`,
    [to ?? null],
  );
  return Promise.all(rows.map(parseMail));
}

/** The one VEVENT of a mail's invitation. */
export function event({ calendar }: ReceivedMail): ICAL.Event {
  const component = calendar?.getFirstSubcomponent("vevent");
  assert.ok(component, "the mail has an invitation");
  return new ICAL.Event(component);
}

async function parseMail({
  from,
  to,
  raw,
}: {
  from: string;
  to: string;
  raw: string;
}): Promise<ReceivedMail> {
  const email = await PostalMime.parse(Buffer.from(raw, "latin1"), { attachmentEncoding: "utf8" });
  const invitation = email.attachments.find(({ mimeType }) => mimeType === "text/calendar");
  const calendar = invitation ? new ICAL.Component(ICAL.parse(contentOf(invitation))) : null;
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n(?=[ \t])/g, "");
  const header = (name: string) => {
    const line = head.split("\r\n").find((text) => text.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return line?.slice(name.length + 1).trim() ?? null;
  };
  return { from, to, email, raw, calendar, header };
}

const contentOf = ({ content }: Attachment): string =>
  typeof content === "string" ? content : Buffer.from(content as ArrayBuffer).toString("utf8");
