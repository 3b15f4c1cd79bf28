import { stringify } from "csv-stringify/sync";
import { formatSeconds } from "#kernel/instant.ts";
import type { Answer } from "../questions.ts";
import type { ExportedSession } from "./export-store.ts";
import type { Reviewer } from "./reviewer.ts";

/** The first line of a file: with the keys of a template's questions a column for each, else one for all answers. */
export const headOf = (keys: readonly string[] | null): string =>
  stringify([[...general, ...(keys?.map((key) => `submission.${key}`) ?? ["submission"])]], {
    ...format,
    bom: true,
  });

/** Sessions as lines below it. */
export const linesOf = (
  sessions: readonly ExportedSession[],
  reviewers: ReadonlyMap<string, Reviewer>,
  keys: readonly string[] | null,
): string =>
  stringify(
    sessions.map((session) => [
      ...cellsOf(session, reviewers.get(session.reviewedBy ?? "") ?? null),
      ...answersOf(session, keys),
    ]),
    format,
  );

/**
 * RFC 4180. A text that a spreadsheet program would take for a formula gets an apostrophe before it, see
 * https://owasp.org/www-community/attacks/CSV_Injection.
 */
const format = {
  record_delimiter: "\r\n",
  quote_record_delimiter: true,
  escape_formulas: true,
  cast: { boolean: String },
} as const;

const general = [
  "id",
  "workflowTemplateId",
  "templateName",
  "status",
  "reviewStatus",
  "reviewNotes",
  "reviewedBy",
  "reviewedAt",
  "createdAt",
  "completedAt",
  "updatedAt",
  "expiresAt",
  "contactId",
  "contactName",
  "contactEmail",
  "contactPhone",
];

const cellsOf = (session: ExportedSession, reviewer: Reviewer | null) => [
  session.id,
  session.workflowTemplateId,
  session.templateName,
  session.status,
  session.reviewStatus,
  session.reviewNotes,
  reviewer?.name ?? reviewer?.id,
  session.reviewedAt && formatSeconds(session.reviewedAt),
  formatSeconds(session.createdAt),
  session.completedAt && formatSeconds(session.completedAt),
  formatSeconds(session.updatedAt),
  formatSeconds(session.expiresAt),
  session.contactId,
  session.contactName,
  session.contactEmail,
  session.contactPhone,
];

const answersOf = ({ submission }: ExportedSession, keys: readonly string[] | null) =>
  keys?.map((key) => (Object.hasOwn(submission, key) ? cellOf(submission[key] ?? null) : null)) ?? [
    JSON.stringify(submission),
  ];

/** Several choices stand in one cell, one below the other; a file is its name. */
function cellOf(answer: Answer): string | number | boolean | null {
  if (Array.isArray(answer)) return answer.join("\n");
  return typeof answer === "object" && answer ? `${answer.name} (${answer.id})` : answer;
}
