import { createHash } from "node:crypto";
import type { Effect } from "#effects/effect.ts";
import { renderCalendar } from "./calendar.ts";
import { renderHtml } from "./mail-html.ts";
import type { Attachment, Mail } from "./mail-port.ts";
import { renderText } from "./mail-text.ts";
import type { Notice } from "./notice.ts";

/** How this server writes. */
export interface Letterhead {
  /** The address that mail is sent from. */
  from: string;
  /** The right side of what identifies mails and calendar entries. */
  host: string;
  /** Where bounces go, marked with the effect (VERP); null for `from` itself. */
  bounceAddress: string | null;
  /** The page on which the reader of an organization's reminders switches them off. */
  optOutUrl(organizationId: string, email: string): string;
}

/**
 * The message that an effect is, the same at each try: Message-ID is the effect's, Date the moment when it was
 * planned. All that concerns one subject refers to one made-up message, so that mail readers show it together.
 */
export async function makeMail(effect: Effect, notice: Notice, letterhead: Letterhead): Promise<Mail> {
  const { from, host, bounceAddress } = letterhead;
  const clean = cleanNotice(notice);
  const { to, replyTo, title, calendar } = clean;
  const sender = clean.from || "Convene";
  const optOutUrl = notice.isReminder ? letterhead.optOutUrl(effect.organizationId, to.email) : null;
  const text = renderText(clean, { sender, optOutUrl });
  const html = renderHtml(clean, { sender, optOutUrl });
  const invitation = calendar && renderCalendar(calendar.method, [calendar], { organizer: from });
  const subject = cut(title || sender);
  const thread = threadId(effect, host);
  // Read with the first mail, which no start waits for.
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const message = new MailComposer({
    from: { name: clean.from ? `${cut(clean.from)} via Convene` : sender, address: from },
    to: { name: cut(to.name ?? ""), address: to.email },
    replyTo: replyTo ? { name: cut(replyTo.name), address: replyTo.email } : undefined,
    subject,
    messageId: `<${effect.id}@${host}>`,
    references: thread,
    date: effect.createdAt,
    headers: headersOf(optOutUrl),
    text,
    html,
    icalEvent: calendar && invitation ? { method: calendar.method, content: invitation } : undefined,
    // The same bytes at each try.
    baseBoundary: effect.id,
    newline: "windows",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const attachments: Attachment[] =
    calendar && invitation ? [{ name: "invite.ics", type: "application/ics", content: invitation }] : [];
  const raw = (await message.compile().build()).toString("latin1");
  const envelope = { from: bounceAddress ? marked(bounceAddress, effect.id) : from, to: to.email };
  const { organizationId, id: effectId } = effect;
  return { organizationId, effectId, envelope, subject, text, html, attachments, raw };
}

/** That it was sent by a machine, which is not to be answered by another one; and how reminders end (RFC 8058). */
const headersOf = (optOutUrl: string | null): Record<string, string> => ({
  "Auto-Submitted": "auto-generated",
  "X-Auto-Response-Suppress": "DR, RN, NRN, OOF, AutoReply",
  ...(optOutUrl
    ? { "List-Unsubscribe": `<${optOutUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
    : {}),
});

function threadId({ organizationId, subjectId }: Effect, host: string): string {
  const digest = createHash("sha256").update(`${organizationId}\n${subjectId}`).digest("hex").slice(0, 32);
  return `<${digest}@${host}>`;
}

/** `bounce@example.com` as `bounce+<effect>@example.com`. */
const marked = (address: string, effectId: string): string => address.replace(/@(?=[^@]*$)/, `+${effectId}@`);

/** Text of whatever origin, fit to be shown: no half characters, and no control characters but line breaks. */
function cleanNotice(notice: Notice): Notice {
  const name = (text: string | null) => text && oneLine(text);
  return {
    ...notice,
    title: oneLine(notice.title),
    paragraphs: notice.paragraphs.map(cleanText),
    facts: notice.facts.map(({ label, value }) => ({ label: oneLine(label), value: cleanText(value) })),
    action: notice.action && { ...notice.action, label: oneLine(notice.action.label) },
    to: { ...notice.to, name: name(notice.to.name) },
    from: name(notice.from),
    replyTo: notice.replyTo && { ...notice.replyTo, name: oneLine(notice.replyTo.name) },
  };
}

const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ");

/** Without the marks that turn the direction of all that follows, which could make a header read as another one. */
const oneLine = (text: string): string =>
  cleanText(text)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** More of a title than a list of mails ever shows. */
const longestHeader = 200;

/** Text for a header. What looks like an encoded word (RFC 2047) would be read as what it encodes. */
const cut = (text: string): string => {
  const characters = [...text.replaceAll("=?", "= ?")];
  const isLong = characters.length > longestHeader;
  return isLong ? `${characters.slice(0, longestHeader - 1).join("")}…` : characters.join("");
};
