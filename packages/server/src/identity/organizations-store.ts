import { whenViolated } from "#database/failures.ts";
import { type Page, type Paged, readPage } from "#database/page.ts";
import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { PlanName } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { numberedSlug } from "#kernel/slug.ts";

export interface Organization {
  id: string;
  slug: string;
  name: string;
  plan: PlanName;
  selfService: boolean;
  createdAt: Date;
  updatedAt: Date;
}

const columns = sql`
  id, slug, name, plan, self_service as "selfService", created_at as "createdAt", updated_at as "updatedAt"`;

/** One page of all organizations, newest first, with how many there are. */
export const listOrganizations = (tx: Statements, page: Page): Promise<Paged<Organization>> =>
  readPage(tx, { columns, tables: sql`organizations`, orderBy: sql`"createdAt" desc, id desc` }, page);

export const findOrganization = (tx: Statements, id: string): Promise<Organization | null> =>
  tx.first<Organization>(sql`select ${columns} from organizations where id = ${id}`);

/**
 * The organization with its row locked until the transaction ends. Changes of its members take turns on it, so
 * that two administrators cannot demote each other at once.
 */
export const lockOrganization = (tx: Transaction, id: string): Promise<Organization | null> =>
  tx.first<Organization>(sql`select ${columns} from organizations where id = ${id} for no key update`);

/** Adds an organization. Refuses with `already_exists` when the slug is taken. */
export async function insertOrganization(tx: Transaction, organization: Organization): Promise<void> {
  const { id, slug, name, plan, selfService, createdAt, updatedAt } = organization;
  await tx
    .all(sql`
      insert into organizations (id, slug, name, plan, self_service, created_at, updated_at)
      values (${id}, ${slug}, ${name}, ${plan}, ${selfService}, ${createdAt}, ${updatedAt})`)
    .catch(
      whenViolated("organizations_slug_key", () =>
        refuse("already_exists", "an organization with this slug exists"),
      ),
    );
}

/** The first of `base`, `base-2`, `base-3` … that no organization has. */
export async function findFreeSlug(tx: Statements, base: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const slug = numberedSlug(base, n);
    const taken = await tx.first(sql`select from organizations where slug = ${slug}`);
    if (!taken) return slug;
  }
}

export async function updateOrganization(tx: Transaction, organization: Organization): Promise<void> {
  const { id, name, plan, selfService, updatedAt } = organization;
  await tx.all(sql`
    update organizations set name = ${name}, plan = ${plan}, self_service = ${selfService},
      updated_at = ${updatedAt}
    where id = ${id}`);
}
