import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";

/** A person as those who write to them need them. */
export interface Reader {
  id: string;
  email: string;
  name: string;
  /** An IANA name; null where they have not said. */
  timeZone: string | null;
}

/** The people of these ids, in no order. An id that nobody has is left out. */
export const findReaders = (tx: Statements, personIds: readonly string[]): Promise<Reader[]> =>
  tx.all<Reader>(sql`
    select id, email, first_name || ' ' || last_name as name, time_zone as "timeZone"
    from people where id = any(${personIds}::text[])`);
