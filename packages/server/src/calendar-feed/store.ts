import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";

export interface Feed {
  personId: string;
  createdAt: Date;
  /** To the minute. */
  lastReadAt: Date | null;
}

const columns = sql`person_id as "personId", created_at as "createdAt", last_read_at as "lastReadAt"`;

export const findFeed = (tx: Statements, personId: string): Promise<Feed | null> =>
  tx.first<Feed>(sql`select ${columns} from calendar_feeds where person_id = ${personId}`);

/** The feed of a token: whoever has it may read it. */
export const findFeedByToken = (tx: Statements, tokenHash: string): Promise<Feed | null> =>
  tx.first<Feed>(sql`select ${columns} from calendar_feeds where token_hash = ${tokenHash}`);

/** Makes a person's feed, in the place of the one that they had. */
export async function replaceFeed(
  tx: Transaction,
  feed: { personId: string; tokenHash: string },
  now: Date,
): Promise<void> {
  await tx.all(sql`
    insert into calendar_feeds (person_id, token_hash, created_at)
    values (${feed.personId}, ${feed.tokenHash}, ${now})
    on conflict (person_id) do update
      set token_hash = excluded.token_hash, created_at = excluded.created_at, last_read_at = null`);
}

/** Takes a person's feed away. False when there was none. */
export async function deleteFeed(tx: Transaction, personId: string): Promise<boolean> {
  const row = await tx.first(
    sql`delete from calendar_feeds where person_id = ${personId} returning person_id`,
  );
  return row !== null;
}

/** Writes down that a feed was read, unless that was written since `before`. */
export async function noteRead(
  tx: Transaction,
  { personId }: Feed,
  { now, before }: { now: Date; before: Date },
): Promise<void> {
  await tx.all(sql`
    update calendar_feeds set last_read_at = ${now}
    where person_id = ${personId} and (last_read_at is null or last_read_at < ${before})`);
}
