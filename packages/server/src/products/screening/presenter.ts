import { formatSeconds } from "#kernel/instant.ts";
import type { NumberedPage } from "./page.ts";
import type { Session } from "./store.ts";

export const presentSession = (session: Session) => ({
  id: session.id,
  contactId: session.contactId,
  workflowTemplateId: session.workflowTemplateId,
  submission: session.submission,
  status: session.status,
  reviewStatus: session.reviewStatus,
  reviewNotes: session.reviewNotes,
  reviewedAt: session.reviewedAt && formatSeconds(session.reviewedAt),
  createdAt: formatSeconds(session.createdAt),
  updatedAt: formatSeconds(session.updatedAt),
  expiresAt: formatSeconds(session.expiresAt),
});

export const presentPagination = ({ page, limit }: NumberedPage, total: number) => ({
  page,
  limit,
  total,
  totalPages: Math.ceil(total / limit),
});
