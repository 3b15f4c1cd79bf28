import { type Sql, sql } from "./statement.ts";

/** Sessions that are counted as they are written, by the triggers of migrations 0030 and 0032. */
interface Counted {
  organizationId: string;
  list: "depositions" | "mentorship" | "screening";
  /** One part or, as an array of uuids, several; all of the organization's where there is none. */
  parts?: Sql;
  /** All states where there are none. */
  states?: readonly string[] | null;
}

/**
 * An expression for how many sessions there are: the counts as of the last fold and the changes since, exact in the
 * snapshot of the statement that it stands in. It reads a few rows, however many sessions there are.
 */
export const countOf = ({ organizationId, list, parts, states }: Counted): Sql => {
  const ofList = sql`organization_id = ${organizationId} and list = ${list}`;
  const ofStates = states ? sql`and state = any(${states}::text[])` : sql``;
  const ofParts = parts ? sql`and part = any(${parts})` : sql``;
  return sql`(
    select coalesce(sum(many), 0)::bigint from (
      select many from session_counts
      where ${ofList} ${parts ? ofParts : sql`and part = ${organizationId}`} ${ofStates}
      union all
      select change from session_count_changes where ${ofList} ${ofParts} ${ofStates}
    ) counted)`;
};

/** The same for each part and state of a list, as rows of `part`, `state` and `many`; a row may come more than once. */
export const countsByPart = ({ organizationId, list }: Omit<Counted, "parts" | "states">): Sql => sql`
  select part, state, many from session_counts
  where organization_id = ${organizationId} and list = ${list} and part <> organization_id
  union all
  select part, state, change from session_count_changes
  where organization_id = ${organizationId} and list = ${list}`;
