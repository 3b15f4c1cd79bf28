import { type Static, Type } from "typebox";
import { scopes } from "#kernel/actor.ts";
import { planNames } from "#kernel/plans.ts";
import { memberRoles } from "#kernel/roles.ts";
import { closed, Email, Instant, limit, Name, nullable, oneOf, pageByOffset, Uuid } from "#kernel/schema.ts";
import { invitationStatuses } from "./lifecycle.ts";

const OrganizationId = { id: Uuid({ description: "Organization UUID" }) };
export const InOrganization = closed(OrganizationId);
export const OneMember = closed({ ...OrganizationId, personId: Type.String({ description: "CUID2" }) });
export const OneInvitation = closed({ ...OrganizationId, invitationId: Uuid() });
export const OneKey = closed({ ...OrganizationId, keyId: Type.String({ description: "CUID2" }) });

export const CreateOrganization = closed({
  name: Name(),
  slug: Type.Optional(
    Type.String({
      pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
      "x-pattern-says": "must be lower-case letters and digits, in words joined by single dashes",
      maxLength: 100,
      description: "Made from the name when it is left out",
    }),
  ),
  plan: Type.Optional(oneOf(planNames, { default: "starter" })),
  selfService: Type.Optional(Type.Boolean({ default: false })),
});
export type CreateOrganization = Static<typeof CreateOrganization>;

export const UpdateOrganization = closed({
  name: Type.Optional(Name()),
  plan: Type.Optional(oneOf(planNames, { description: "PlatformAdmin alone" })),
  selfService: Type.Optional(Type.Boolean({ description: "PlatformAdmin alone" })),
});
export type UpdateOrganization = Static<typeof UpdateOrganization>;

export const CreateInvitation = closed({ email: Email(), role: oneOf(memberRoles) });
export type CreateInvitation = Static<typeof CreateInvitation>;

export const CreateApiKey = closed({
  name: Name(),
  scopes: Type.Array(oneOf(scopes), { minItems: 1, maxItems: scopes.length, uniqueItems: true }),
  expiresAt: Type.Optional(nullable(Instant({ description: "Must be in the future." }))),
});
export type CreateApiKey = Static<typeof CreateApiKey>;

export const ReadAuditTrail = Type.Object({
  limit,
  cursor: Type.Optional(
    Type.String({ maxLength: 500, description: "`meta.next_cursor` of the page before" }),
  ),
  actor: Type.Optional(Type.String({ description: "Id of the person or API key" })),
  type: Type.Optional(Type.String({ description: "Type of event, such as member.removed" })),
  subjectId: Type.Optional(Type.String()),
  from: Type.Optional(Instant({ description: "At or after this instant." })),
  to: Type.Optional(Instant({ description: "At or before this instant." })),
});
export type ReadAuditTrail = Static<typeof ReadAuditTrail>;

export const UpdateMember = closed({ role: oneOf(memberRoles) });

export const ListOrganizations = Type.Object(pageByOffset);

export const ListMembers = Type.Object({ ...pageByOffset, role: Type.Optional(oneOf(memberRoles)) });

export const ListInvitations = Type.Object({
  ...pageByOffset,
  status: Type.Optional(oneOf(invitationStatuses)),
});

export const ListApiKeys = Type.Object(pageByOffset);

export const PageOfAuditEntries = Type.Object({
  data: Type.Array(Type.Ref("AuditEntry")),
  meta: Type.Object({ next_cursor: nullable(Type.String({ description: "Null on the last page" })) }),
});
