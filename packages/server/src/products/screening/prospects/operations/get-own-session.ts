import type { BearerContext } from "#database/context.ts";
import type { Transaction } from "#database/tenancy.ts";
import { notFound } from "#kernel/errors.ts";
import { findSession, type Session } from "../../store.ts";
import { findVersion, type TemplateVersion } from "../../templates/store.ts";
import { enter } from "../prospect.ts";

export interface OwnSession {
  session: Session;
  /** As it was when the session began. */
  template: TemplateVersion;
}

/** A prospect's own session as of now. */
export async function getOwnSession(context: BearerContext, id: string): Promise<OwnSession> {
  const { tx, now } = context;
  const organizationId = await enter(context, id);
  const session = await findSession(tx, organizationId, id, now);
  if (!session) throw notFound("session");
  return { session, template: await templateOf(tx, organizationId, session) };
}

/** The template of a session, as it was when the session began. */
export const templateOf = (
  tx: Transaction,
  organizationId: string,
  { workflowTemplateId, questionsVersion }: Session,
): Promise<TemplateVersion> => findVersion(tx, organizationId, workflowTemplateId, questionsVersion);
