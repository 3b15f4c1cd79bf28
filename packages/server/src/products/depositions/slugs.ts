import type { Transaction } from "#database/tenancy.ts";
import { refuse } from "#kernel/errors.ts";
import { newName } from "#kernel/ids.ts";
import { numberedSlug, slugFromTitle } from "#kernel/slug.ts";
import { findTakenSlugs, type Session, takeSlug } from "./store.ts";

type Named = Pick<Session, "id" | "title">;

/**
 * Takes the slug that a session wants, or one made from its title where it wants none. Null when the wanted one is
 * taken: of several requests at once one gets it.
 */
export async function takeWantedSlug(
  tx: Transaction,
  session: Named,
  wanted: string | null,
): Promise<string | null> {
  if (wanted === null) return takeTitleSlug(tx, session);
  return (await takeSlug(tx, wanted, session.id)) ? wanted : null;
}

export const slugTaken = () =>
  refuse("remote_session_id_taken", "another session that is not canceled has it");

/**
 * The first free of `title`, `title-2`, `title-3` … Looks at ever more names at once, because a common title can
 * have thousands; taking one settles the race with others that found it free.
 */
async function takeTitleSlug(tx: Transaction, { id, title }: Named): Promise<string> {
  const base = slugFromTitle(title) || newName(10);
  for (let first = 1, many = 8; ; first += many, many *= 4) {
    const names = Array.from({ length: many }, (_, index) => numberedSlug(base, first + index));
    const taken = await findTakenSlugs(tx, names);
    for (const slug of names) {
      if (!taken.has(slug) && (await takeSlug(tx, slug, id))) return slug;
    }
  }
}
