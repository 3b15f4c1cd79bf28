import type { BearerContext, Reading } from "#database/context.ts";
import type { Statements } from "#database/tenancy.ts";
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
export async function getOwnSession(context: Reading<BearerContext>, id: string): Promise<OwnSession> {
  const { session, template } = await openSession(context, id, findSession);
  return { session, template };
}

/** Lets the bearer of a session's token in, and reads or locks the session, as `read` does. */
export async function openSession<Tx extends Statements>(
  { tx, bearer, now }: { tx: Tx } & Pick<BearerContext, "bearer" | "now">,
  id: string,
  read: (tx: Tx, organizationId: string, id: string, now: Date) => Promise<Session | null>,
): Promise<OwnSession & { organizationId: string }> {
  const organizationId = await enter({ tx, bearer }, id);
  const session = await read(tx, organizationId, id, now);
  if (!session) throw notFound("session");
  const { workflowTemplateId, questionsVersion } = session;
  const template = await findVersion(tx, organizationId, workflowTemplateId, questionsVersion);
  return { organizationId, session, template };
}
