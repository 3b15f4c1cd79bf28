import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import { newId } from "#kernel/ids.ts";
import type { Attachment, Mail } from "./mail-port.ts";

/** A captured mail as a list shows it. */
export interface CapturedSummary {
  id: string;
  sender: string;
  recipient: string;
  subject: string;
  capturedAt: Date;
  /** Places it in the list: later ones are greater. */
  sequence: string;
}

/** All of a captured mail. */
export interface CapturedMail extends CapturedSummary {
  text: string;
  html: string;
  attachments: Attachment[];
  /** The message as it would have gone over the wire. */
  raw: string;
}

const summary = sql`id, sender, recipient, subject, captured_at as "capturedAt", sequence`;

/** Keeps a mail, unless it was withdrawn or erased while it was on its way. */
export async function insertCapturedMail(tx: Transaction, mail: Mail, now: Date): Promise<void> {
  const { organizationId, effectId, envelope, subject, text, html, attachments, raw } = mail;
  await tx.all(sql`
    insert into captured_mails (organization_id, id, effect_id, sender, recipient, subject, text_body, html_body,
      attachments, raw, captured_at)
    select organization_id, ${newId()}::uuid, id, ${envelope.from}, ${envelope.to}, ${subject}, ${text}, ${html},
      ${JSON.stringify(attachments)}::jsonb, ${raw}, ${now}::timestamptz
    from effects where organization_id = ${organizationId} and id = ${effectId} and content is not null for share`);
}

/** Deletes what was captured of these effects. */
export async function deleteCapturedMails(
  tx: Transaction,
  organizationId: string,
  effectIds: readonly string[],
): Promise<void> {
  await tx.all(sql`
    delete from captured_mails
    where organization_id = ${organizationId} and effect_id = any(${effectIds}::uuid[])`);
}

/** All organizations' captured mails, newest first, from a place in the list on. */
export const listCapturedMails = (
  tx: Statements,
  before: string | null,
  limit: number,
): Promise<CapturedSummary[]> =>
  tx.all(sql`
    select ${summary} from captured_mails
    where ${before}::bigint is null or sequence < ${before}::bigint
    order by sequence desc limit ${limit}`);

export const findCapturedMail = (tx: Statements, id: string): Promise<CapturedMail | null> =>
  tx.first(sql`
    select ${summary}, text_body as text, html_body as html, attachments, raw from captured_mails where id = ${id}`);

/** Deletes what was captured before an instant, and the oldest of what is more than `most`. */
export async function purgeCapturedMails(tx: Transaction, before: Date, most: number): Promise<void> {
  await tx.all(sql`
    delete from captured_mails
    where captured_at < ${before}
      or sequence <= (select sequence from captured_mails order by sequence desc offset ${most} limit 1)`);
}
