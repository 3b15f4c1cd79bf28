import type { Transaction } from "#database/tenancy.ts";
import type { NewEvent } from "#events/append.ts";
import { eraseOrigins } from "#events/erase-origins.ts";
import { newId } from "#kernel/ids.ts";
import { eraseNotices } from "#notifications/erase-notices.ts";
import { wholeSecond } from "../lifecycle.ts";
import {
  deleteFiles,
  type Erasable,
  type ErasureReceipt,
  eraseContact,
  eraseSessions,
  insertReceipt,
} from "./erasure-store.ts";

interface Erasure {
  tx: Transaction;
  organizationId: string;
  now: Date;
  reason: ErasureReceipt["reason"];
  requestedBy: ErasureReceipt["requestedBy"];
  /** Appends what happened, in the name of who had it done. */
  append: (events: readonly ErasureEvent[]) => void;
}

type ErasureEvent = NewEvent<
  "screening.session.expired" | "screening.session.erased" | "screening.contact.erased"
>;

/** What is to be erased: sessions of one contact, all locked, and the contact too or not. */
interface Subject {
  contactId: string;
  contactErased: boolean;
  sessions: readonly Erasable[];
}

/**
 * Takes out of the database what is known of a person, wherever it is, and leaves a receipt and ids. Whatever of
 * theirs lies in a new place has to be taken out here: answers and notes, files, mails that wait or were captured,
 * addresses that requests came from. Stored answers to requests belong to no organization and go with a job.
 */
export async function erase(work: Erasure, subject: Subject): Promise<ErasureReceipt> {
  const { tx, organizationId, now, reason, requestedBy } = work;
  const { contactId, contactErased, sessions } = subject;
  const sessionIds = sessions.map(({ id }) => id);
  await eraseSessions(tx, organizationId, sessionIds, { now, endedAt: wholeSecond(now) });
  const files = await deleteFiles(tx, organizationId, sessionIds);
  const mails = await eraseNotices(tx, organizationId, { ...subject, sessionIds }, now);
  await eraseOrigins(tx, organizationId, contactErased ? [contactId, ...sessionIds] : sessionIds);
  const receipt = {
    ...{ id: newId(), reason, contactId, contactErased, sessions: sessions.length, files, mails },
    ...{ requestedBy, erasedAt: now },
  };
  const version = contactErased ? await eraseContact(tx, organizationId, contactId, now) : null;
  await insertReceipt(tx, organizationId, receipt);
  work.append(eventsOf(work, subject, { receiptId: receipt.id, version }));
  return receipt;
}

function eventsOf(
  { now }: Erasure,
  { contactId, sessions }: Subject,
  { receiptId, version }: { receiptId: string; version: number | null },
): ErasureEvent[] {
  const ofSessions = sessions.flatMap((session): ErasureEvent[] => {
    const { id: subjectId, workflowTemplateId, storedStatus: status } = session;
    const ids = { sessionId: subjectId, contactId, workflowTemplateId };
    const facts = { subjectId, version: session.version + 1 };
    const isEnded = session.reviewStatus === "pending_review" && session.expiresAt > now;
    return [
      ...(isEnded
        ? [{ ...facts, type: "screening.session.expired" as const, payload: { ...ids, status } }]
        : []),
      { ...facts, type: "screening.session.erased", payload: { ...ids, receiptId } },
    ];
  });
  if (version === null) return ofSessions;
  const payload = { contactId, receiptId };
  return [...ofSessions, { type: "screening.contact.erased", subjectId: contactId, version, payload }];
}
