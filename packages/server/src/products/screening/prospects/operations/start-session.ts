import type { PublicContext } from "#database/context.ts";
import { appendFor } from "#events/append.ts";
import { notFound } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { insertContact } from "../../contacts/store.ts";
import { lifetime } from "../../lifecycle.ts";
import { insertSession, type Session } from "../../store.ts";
import { findPublished, type PublishedTemplate } from "../../templates/store.ts";
import { chooseLanguage } from "../../templates/translation.ts";
import type { ProspectLinks } from "../links.ts";
import { type ProofOfWork, refused } from "../proof-of-work.ts";
import { hashToken, prospectOf } from "../prospect.ts";
import type { StartSession } from "../schema.ts";
import { spendSolution } from "../solution-store.ts";
import type { StartLimit } from "../start-limit.ts";
import type { OwnSession } from "./get-own-session.ts";

export interface StartParts {
  limit: StartLimit;
  proofOfWork: ProofOfWork;
  links: ProspectLinks;
}

/**
 * Starts a session on a published workflow, for a new contact of whom nothing is known yet. Refuses more of them
 * than the organization's plan allows, and a proof of work that is not right or has started one before.
 */
export async function startSession(
  context: PublicContext,
  parts: StartParts,
  slug: string,
  wanted: StartSession,
): Promise<OwnSession> {
  const template = await findPublished(context.tx, slug);
  if (!template) throw notFound("workflow");
  await checkStart(context, parts, template, wanted.altcha);
  return { session: await begin(context, parts.links, template, wanted.language), template };
}

/** What cannot be right is refused before it counts, and what is over the limit before its solution is spent. */
async function checkStart(
  { tx, now, origin }: PublicContext,
  { limit, proofOfWork }: StartParts,
  { id: templateId, organizationId, plan, slug }: PublishedTemplate,
  altcha: string | undefined,
): Promise<void> {
  const solution = altcha === undefined ? null : await proofOfWork.check(altcha, slug, now);
  const organization = { id: organizationId, plan };
  limit.count({ organization, templateId, address: origin.ip ?? "", isProven: solution !== null }, now);
  if (solution && !(await spendSolution(tx, solution)))
    throw refused("it has started a session already; load the page again");
}

async function begin(
  context: PublicContext,
  links: ProspectLinks,
  { id: workflowTemplateId, organizationId, questionsVersion, settings }: PublishedTemplate,
  language: string | undefined,
): Promise<Session> {
  const { tx, now } = context;
  await tx.narrow(organizationId);
  const { createdAt, expiresAt } = lifetime(now, settings.timeLimitMinutes);
  const fresh = { id: newId(), version: 1, createdAt, updatedAt: createdAt };
  const contact = { ...fresh, email: null, phone: null, name: null };
  await insertContact(tx, organizationId, contact);
  const session: Session = {
    ...fresh,
    id: newId(),
    contactId: contact.id,
    workflowTemplateId,
    questionsVersion,
    submission: {},
    language: chooseLanguage(settings, language === undefined ? [] : [language]),
    status: "active",
    storedStatus: "active",
    reviewStatus: "pending_review",
    reviewNotes: null,
    reviewedAt: null,
    reviewedBy: null,
    expiresAt,
    erasedAt: null,
  };
  await insertSession(tx, organizationId, session, hashToken(links.token(session.id)));
  const author = prospectOf(session.id);
  const ids = { contactId: contact.id };
  appendFor(context, organizationId, author, {
    type: "screening.contact.created",
    subjectId: contact.id,
    payload: ids,
  });
  appendFor(context, organizationId, author, {
    type: "screening.session.started",
    subjectId: session.id,
    payload: { ...ids, sessionId: session.id, workflowTemplateId },
  });
  return session;
}
