import { formatSeconds } from "#kernel/instant.ts";
import type { NumberedPage } from "../page.ts";
import { presentPagination } from "../presenter.ts";
import { answersInOrder } from "../reviews/queue-answers.ts";
import type { ErasureReceipt } from "./erasure-store.ts";
import type { SessionWithQuestions } from "./export-store.ts";
import type { Settings } from "./settings-store.ts";
import type { Contact } from "./store.ts";

export const presentContact = (contact: Contact) => ({
  id: contact.id,
  email: contact.email,
  phone: contact.phone,
  name: contact.name,
  createdAt: formatSeconds(contact.createdAt),
  updatedAt: formatSeconds(contact.updatedAt),
  erasedAt: contact.erasedAt && formatSeconds(contact.erasedAt),
});

/** All that is known of a contact, or a page of it. */
export interface ExportedContact {
  exportedAt: Date;
  contact: Contact;
  sessions: readonly SessionWithQuestions[];
  page: NumberedPage;
  total: number;
}

export const presentContactExport = ({ exportedAt, contact, sessions, page, total }: ExportedContact) => ({
  exportedAt: formatSeconds(exportedAt),
  contact: presentContact(contact),
  sessions: sessions.map(presentExportedSession),
  pagination: presentPagination(page, total),
});

const presentExportedSession = (session: SessionWithQuestions) => ({
  id: session.id,
  workflowTemplate: { id: session.workflowTemplateId, name: session.templateName },
  language: session.language,
  status: session.status,
  reviewStatus: session.reviewStatus,
  reviewedAt: session.reviewedAt && formatSeconds(session.reviewedAt),
  createdAt: formatSeconds(session.createdAt),
  updatedAt: formatSeconds(session.updatedAt),
  expiresAt: formatSeconds(session.expiresAt),
  erasedAt: session.erasedAt && formatSeconds(session.erasedAt),
  answers: answersInOrder(session.questions, [], session.submission),
  internal: { reviewNotes: session.reviewNotes, reviewedBy: session.reviewedBy },
});

export const presentReceipt = (receipt: ErasureReceipt) => ({
  id: receipt.id,
  reason: receipt.reason,
  contactId: receipt.contactId,
  contactErased: receipt.contactErased,
  sessions: receipt.sessions,
  files: receipt.files,
  mails: receipt.mails,
  requestedBy: { kind: receipt.requestedBy.kind, id: receipt.requestedBy.id },
  erasedAt: formatSeconds(receipt.erasedAt),
});

export const presentSettings = ({ retentionDays }: Settings) => ({ retentionDays });
