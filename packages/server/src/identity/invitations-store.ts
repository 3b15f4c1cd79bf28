import { whenViolated } from "#database/failures.ts";
import { type Page, type Paged, readPage } from "#database/page.ts";
import { join, type Sql, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import { emailKey } from "#kernel/email.ts";
import { refuse } from "#kernel/errors.ts";
import type { MemberRole } from "#kernel/roles.ts";
import type { InvitationStatus } from "./lifecycle.ts";

export interface Invitation {
  organizationId: string;
  id: string;
  email: string;
  role: MemberRole;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  /** When it was mailed last, and how often it has been; null and 0 for those that were made before there was mail. */
  mailedAt: Date | null;
  mailings: number;
}

/** The stored forms of an invitation's two tokens. */
export interface InvitationHashes {
  /** Of the token that whoever invites is shown. */
  shown: string;
  /** Of the one that is mailed: who has it reads what is sent to the address. */
  mailed: string;
}

const columns = sql`
  organization_id as "organizationId", id, email, role, invited_by as "invitedBy", created_at as "createdAt",
  expires_at as "expiresAt", accepted_at as "acceptedAt", revoked_at as "revokedAt",
  mailed_at as "mailedAt", mailings`;

/** One page of invitations, newest first, with how many there are. */
export function listInvitations(
  tx: Statements,
  organizationId: string,
  { status, now, ...page }: Page & { status?: InvitationStatus; now: Date },
): Promise<Paged<Invitation>> {
  const conditions = [sql`organization_id = ${organizationId}`];
  if (status) conditions.push(hasStatus(status, now));
  const list = {
    columns,
    tables: sql`invitations`,
    where: join(conditions, " and "),
    orderBy: sql`"createdAt" desc, id desc`,
  };
  return readPage(tx, list, page);
}

/** The rule of lifecycle.ts in SQL. */
function hasStatus(status: InvitationStatus, now: Date) {
  if (status === "accepted") return sql`accepted_at is not null`;
  if (status === "revoked") return sql`revoked_at is not null`;
  const isWaiting = sql`accepted_at is null and revoked_at is null`;
  return status === "open"
    ? sql`${isWaiting} and expires_at > ${now}`
    : sql`${isWaiting} and expires_at <= ${now}`;
}

/** The invitation with its row locked until the transaction ends. */
export const lockInvitation = (
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<Invitation | null> =>
  tx.first<Invitation>(sql`
    select ${columns} from invitations
    where organization_id = ${organizationId} and id = ${id} for no key update`);

/** An invitation as whoever has one of its tokens finds it. */
export interface ShownInvitation extends Invitation {
  /** The token is the one that was mailed. */
  byMail: boolean;
}

const byToken = (tokenHash: string): Sql => sql`
  select ${columns}, coalesce(mailed_token_hash = ${tokenHash}, false) as "byMail" from invitations
  where token_hash = ${tokenHash} or mailed_token_hash = ${tokenHash}`;

/** The invitation that a token was made for. The token is the credential: no organization is known yet. */
export const findInvitationByToken = (tx: Statements, tokenHash: string): Promise<ShownInvitation | null> =>
  tx.first<ShownInvitation>(byToken(tokenHash));

/** The same with its row locked until the transaction ends. */
export const lockInvitationByToken = (tx: Transaction, tokenHash: string): Promise<ShownInvitation | null> =>
  tx.first<ShownInvitation>(sql`${byToken(tokenHash)} for no key update`);

/**
 * Adds an invitation. Refuses with `already_exists` when the address has an open one in the organization; one
 * that has expired makes way.
 */
export async function insertInvitation(
  tx: Transaction,
  invitation: Invitation,
  { shown, mailed }: InvitationHashes,
): Promise<void> {
  const { organizationId, id, email, role, invitedBy, createdAt, expiresAt, mailedAt, mailings } = invitation;
  await tx.all(sql`
    update invitations set revoked_at = ${createdAt}
    where organization_id = ${organizationId} and email_key = ${emailKey(email)}
      and accepted_at is null and revoked_at is null and expires_at <= ${createdAt}`);
  await tx
    .all(sql`
      insert into invitations
        (organization_id, id, email, role, token_hash, mailed_token_hash, invited_by, created_at, expires_at,
         mailed_at, mailings)
      values (${organizationId}, ${id}, ${email}, ${role}, ${shown}, ${mailed}, ${invitedBy}, ${createdAt},
        ${expiresAt}, ${mailedAt}, ${mailings})`)
    .catch(
      whenViolated("invitations_open", () => refuse("already_exists", "the address has an open invitation")),
    );
}

/** Gives an invitation new tokens in the place of the old ones, and a new end. */
export async function renewInvitation(
  tx: Transaction,
  { organizationId, id, expiresAt, mailedAt, mailings }: Invitation,
  { shown, mailed }: InvitationHashes,
): Promise<void> {
  await tx.all(sql`
    update invitations set token_hash = ${shown}, mailed_token_hash = ${mailed}, expires_at = ${expiresAt},
      mailed_at = ${mailedAt}, mailings = ${mailings}
    where organization_id = ${organizationId} and id = ${id}`);
}

export async function markAccepted(
  tx: Transaction,
  { organizationId, id }: Invitation,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    update invitations set accepted_at = ${now} where organization_id = ${organizationId} and id = ${id}`);
}

export async function markRevoked(
  tx: Transaction,
  { organizationId, id }: Invitation,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    update invitations set revoked_at = ${now} where organization_id = ${organizationId} and id = ${id}`);
}
