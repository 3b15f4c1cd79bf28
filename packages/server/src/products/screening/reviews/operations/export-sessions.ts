import type { ReadContext } from "#database/context.ts";
import type { Database } from "#database/tenancy.ts";
import type { Position } from "#kernel/cursor.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayView } from "../../policy.ts";
import { findTemplate } from "../../templates/store.ts";
import { findKeys, readSessions } from "../export-store.ts";
import { findReviewers } from "../reviewer.ts";
import type { ExportSessions } from "../schema.ts";
import { headOf, linesOf } from "../spreadsheet.ts";

/** Sessions that are read at once, and held in memory. */
const pageSize = 200;

export interface Export {
  /** Of the file. */
  name: string;
  /** Its text, in parts of whole lines. Whoever stops asking ends it. */
  text: AsyncGenerator<string>;
}

/**
 * The sessions that a filter asks for as of now, as a file. It is read page by page, each in a transaction of its own,
 * so that neither a long list nor a slow reader holds memory or a connection.
 */
export async function exportSessions(
  { tx, actor, now }: ReadContext,
  database: Database,
  filter: ExportSessions,
): Promise<Export> {
  if (!mayView(actor)) throw refuse("forbidden", "it takes the role Coach");
  const { workflowTemplateId: templateId } = filter;
  const template = templateId === undefined ? null : await findTemplate(tx, actor.organizationId, templateId);
  if (templateId !== undefined && !template) throw notFound("workflow template");
  const keys = template && (await findKeys(tx, actor.organizationId, template.id));
  const day = now.toISOString().slice(0, 10);
  return {
    name: `${template ? `screening-${template.slug}` : "screening"}-${day}.csv`,
    text: write(database, actor.organizationId, filter, keys, now),
  };
}

async function* write(
  database: Database,
  organizationId: string,
  filter: ExportSessions,
  keys: readonly string[] | null,
  now: Date,
): AsyncGenerator<string> {
  yield headOf(keys);
  let after: Position | null = null;
  do {
    const page: { after: Position | null; limit: number; now: Date } = { after, limit: pageSize, now };
    const { sessions, reviewers } = await database.asTenant(organizationId, async (tx) => {
      const found = await readSessions(tx, organizationId, filter, page);
      return { sessions: found, reviewers: await findReviewers(tx, found) };
    });
    if (sessions.length > 0) yield linesOf(sessions, reviewers, keys);
    const last = sessions.length === pageSize ? sessions.at(-1) : undefined;
    after = last ? { at: last.createdAt, id: last.id } : null;
  } while (after);
}
