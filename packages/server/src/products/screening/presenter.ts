import { formatSeconds } from "#kernel/instant.ts";
import type { Contact } from "./contact-store.ts";
import type { NumberedPage } from "./page.ts";
import { nextQuestion, type Question } from "./questions.ts";
import type { Session } from "./store.ts";
import type { Template, TemplateSummary } from "./template-store.ts";

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

/** What a prospect sees: never the notes, nor who they are taken for. */
export const presentOwnSession = ({ session, questions }: { session: Session; questions: Question[] }) => {
  const next = session.status === "active" ? nextQuestion(questions, session.submission) : null;
  return {
    id: session.id,
    status: session.status,
    reviewStatus: session.reviewStatus,
    submission: session.submission,
    questions: questions.map(presentQuestion),
    nextQuestion: next && presentQuestion(next),
    createdAt: formatSeconds(session.createdAt),
    updatedAt: formatSeconds(session.updatedAt),
    expiresAt: formatSeconds(session.expiresAt),
  };
};

export const presentTemplateSummary = (template: TemplateSummary) => ({
  id: template.id,
  slug: template.slug,
  name: template.name,
  status: template.status,
  questionsVersion: template.questionsVersion,
  createdAt: formatSeconds(template.createdAt),
  updatedAt: formatSeconds(template.updatedAt),
});

export const presentTemplate = (template: Template) => ({
  ...presentTemplateSummary(template),
  questions: template.questions.map(presentQuestion),
});

const presentQuestion = (question: Question) => ({
  key: question.key,
  label: question.label,
  type: question.type,
  required: question.required,
  options: question.options,
  min: question.min,
  max: question.max,
});

export const presentContact = (contact: Contact) => ({
  id: contact.id,
  email: contact.email,
  phone: contact.phone,
  name: contact.name,
  createdAt: formatSeconds(contact.createdAt),
  updatedAt: formatSeconds(contact.updatedAt),
});

export const presentPagination = ({ page, limit }: NumberedPage, total: number) => ({
  page,
  limit,
  total,
  totalPages: Math.ceil(total / limit),
});
