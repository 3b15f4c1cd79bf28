import type { PublicContext } from "#database/context.ts";
import { appendFor } from "#events/append.ts";
import { notFound } from "#kernel/errors.ts";
import { newId, newSecret } from "#kernel/ids.ts";
import { insertContact } from "../contact-store.ts";
import { lifetime } from "../lifecycle.ts";
import { hashToken, prospectOf } from "../prospect.ts";
import type { Question } from "../questions.ts";
import type { StartLimit } from "../start-limit.ts";
import { insertSession, type Session } from "../store.ts";
import { findPublished } from "../template-store.ts";

export interface StartedSession {
  session: Session;
  questions: Question[];
  /** The prospect's credential for this session; only its hash is kept. */
  token: string;
}

/**
 * Starts a session on a published workflow, for a new contact of whom nothing is known yet. Refuses more of them
 * from one address than the organization's plan allows.
 */
export async function startSession(
  context: PublicContext,
  limit: StartLimit,
  slug: string,
): Promise<StartedSession> {
  const { tx, now, origin } = context;
  const template = await findPublished(tx, slug);
  if (!template) throw notFound("workflow");
  const { organizationId, plan, questions, questionsVersion } = template;
  limit.count({ id: organizationId, plan }, origin.ip ?? "", now);
  await tx.narrow(organizationId);
  const { createdAt, expiresAt } = lifetime(now);
  const fresh = { id: newId(), version: 1, createdAt, updatedAt: createdAt };
  const contact = { ...fresh, email: null, phone: null, name: null };
  await insertContact(tx, organizationId, contact);
  const session: Session = {
    ...fresh,
    id: newId(),
    contactId: contact.id,
    workflowTemplateId: template.id,
    questionsVersion,
    submission: {},
    status: "active",
    reviewStatus: "pending_review",
    reviewNotes: null,
    reviewedAt: null,
    expiresAt,
  };
  const token = newSecret();
  await insertSession(tx, organizationId, session, hashToken(token));
  const author = prospectOf(session.id);
  const ids = { contactId: contact.id };
  await appendFor(context, organizationId, author, {
    type: "screening.contact.created",
    subjectId: contact.id,
    payload: ids,
  });
  await appendFor(context, organizationId, author, {
    type: "screening.session.started",
    subjectId: session.id,
    payload: { ...ids, sessionId: session.id, workflowTemplateId: template.id },
  });
  return { session, questions, token };
}
