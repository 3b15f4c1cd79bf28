import type { TrailEntry } from "#events/trail.ts";
import { formatInstant, formatOptionalInstant } from "#kernel/instant.ts";
import type { Role } from "#kernel/roles.ts";
import type { ApiKey } from "./api-keys-store.ts";
import type { Invitation } from "./invitations-store.ts";
import { invitationStatus } from "./lifecycle.ts";
import type { Member } from "./members-store.ts";
import type { Organization } from "./organizations-store.ts";
import type { Person } from "./people-store.ts";

export const presentPerson = (person: Person) => ({
  id: person.id,
  email: person.email,
  firstName: person.firstName,
  lastName: person.lastName,
  avatarUrl: person.avatarUrl,
  timeZone: person.timeZone,
  emailVerifiedAt: formatOptionalInstant(person.emailVerifiedAt),
  platformAdmin: person.platformAdmin,
});

/** An organization as somebody who is in it sees it. */
export const presentMembership = (membership: { id: string; slug: string; name: string; role: Role }) => ({
  id: membership.id,
  slug: membership.slug,
  name: membership.name,
  role: membership.role,
});

export const presentOrganization = (organization: Organization) => ({
  id: organization.id,
  slug: organization.slug,
  name: organization.name,
  plan: organization.plan,
  selfService: organization.selfService,
  createdAt: formatInstant(organization.createdAt),
  updatedAt: formatInstant(organization.updatedAt),
});

export const presentMember = (member: Member) => ({
  id: member.id,
  email: member.email,
  firstName: member.firstName,
  lastName: member.lastName,
  avatarUrl: member.avatarUrl,
  role: member.role,
  joinedAt: formatInstant(member.joinedAt),
});

export const presentInvitation = (invitation: Invitation, now: Date) => ({
  id: invitation.id,
  email: invitation.email,
  role: invitation.role,
  status: invitationStatus(invitation, now),
  invitedBy: invitation.invitedBy,
  createdAt: formatInstant(invitation.createdAt),
  expiresAt: formatInstant(invitation.expiresAt),
  acceptedAt: formatOptionalInstant(invitation.acceptedAt),
  revokedAt: formatOptionalInstant(invitation.revokedAt),
});

export const presentApiKey = (key: ApiKey) => ({
  id: key.id,
  name: key.name,
  scopes: key.scopes,
  createdBy: key.createdBy,
  createdAt: formatInstant(key.createdAt),
  expiresAt: formatOptionalInstant(key.expiresAt),
  lastUsedAt: formatOptionalInstant(key.lastUsedAt),
  revokedAt: formatOptionalInstant(key.revokedAt),
});

export const presentAuditEntry = (entry: TrailEntry) => ({
  id: entry.id,
  type: entry.type,
  subjectId: entry.subjectId,
  occurredAt: formatInstant(entry.occurredAt),
  actor: { kind: entry.actorKind, id: entry.actorId },
  origin: { ip: entry.ip, userAgent: entry.userAgent, requestId: entry.requestId },
  payload: entry.payload,
});
