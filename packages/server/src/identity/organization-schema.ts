import { type Static, Type } from "typebox";
import { scopes } from "#kernel/actor.ts";
import { planNames } from "#kernel/plans.ts";
import { memberRoles } from "#kernel/roles.ts";
import { closed, Email, Instant, limit, Name, nullable, oneOf, pageByOffset, Uuid } from "#kernel/schema.ts";
import { invitationStatuses } from "./lifecycle.ts";
import { oneThing, pageOf } from "./schema.ts";

const OrganizationId = { id: Uuid({ description: "Organization UUID" }) };
const InOrganization = closed(OrganizationId);
const OneMember = closed({ ...OrganizationId, personId: Type.String({ description: "CUID2" }) });
const OneInvitation = closed({ ...OrganizationId, invitationId: Uuid() });
const OneKey = closed({ ...OrganizationId, keyId: Type.String({ description: "CUID2" }) });

const CreateOrganization = closed({
  name: Name(),
  slug: Type.Optional(
    Type.String({
      pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
      maxLength: 100,
      description: "Made from the name when it is left out",
    }),
  ),
  plan: Type.Optional(oneOf(planNames, { default: "starter" })),
  selfService: Type.Optional(Type.Boolean({ default: false })),
});
export type CreateOrganization = Static<typeof CreateOrganization>;

const ChangeOrganization = closed({
  name: Type.Optional(Name()),
  plan: Type.Optional(oneOf(planNames, { description: "PlatformAdmin alone" })),
  selfService: Type.Optional(Type.Boolean({ description: "PlatformAdmin alone" })),
});
export type ChangeOrganization = Static<typeof ChangeOrganization>;

const CreateInvitation = closed({ email: Email(), role: oneOf(memberRoles) });
export type CreateInvitation = Static<typeof CreateInvitation>;

const CreateApiKey = closed({
  name: Name(),
  scopes: Type.Array(oneOf(scopes), { minItems: 1, maxItems: scopes.length, uniqueItems: true }),
  expiresAt: Type.Optional(nullable(Instant({ description: "Must be in the future." }))),
});
export type CreateApiKey = Static<typeof CreateApiKey>;

const ReadAuditTrail = Type.Object({
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

const organizations = {
  listOrganizations: {
    method: "GET",
    path: "/api/organizations",
    operationId: "listOrganizations",
    summary: "All organizations, newest first",
    description: "PlatformAdmin.",
    query: Type.Object(pageByOffset),
    success: [200, pageOf("Organization")],
  },
  createOrganization: {
    method: "POST",
    path: "/api/organizations",
    operationId: "createOrganization",
    summary: "Open an organization",
    description: "PlatformAdmin. Its first OrganizationAdmin is then invited.",
    body: CreateOrganization,
    success: [201, oneThing("Organization")],
    refusals: ["already_exists"],
  },
  getOrganization: {
    method: "GET",
    path: "/api/organizations/:id",
    operationId: "getOrganization",
    summary: "One organization",
    description: "Role OrganizationAdmin and up. A member's own organizations are in GET /api/me.",
    params: InOrganization,
    success: [200, oneThing("Organization")],
  },
  changeOrganization: {
    method: "PATCH",
    path: "/api/organizations/:id",
    operationId: "changeOrganization",
    summary: "Change an organization's name, plan or self-service setting",
    description: "Role OrganizationAdmin and up; plan and selfService PlatformAdmin alone.",
    params: InOrganization,
    body: ChangeOrganization,
    success: [200, oneThing("Organization")],
  },
  readAuditTrail: {
    method: "GET",
    path: "/api/organizations/:id/audit",
    operationId: "readAuditTrail",
    summary: "Who changed what, when and from where, newest first",
    description: "Role OrganizationAdmin and up.",
    params: InOrganization,
    query: ReadAuditTrail,
    success: [
      200,
      Type.Object({
        data: Type.Array(Type.Ref("AuditEntry")),
        meta: Type.Object({
          next_cursor: nullable(Type.String({ description: "Null on the last page" })),
        }),
      }),
    ],
  },
} as const;

const members = {
  listMembers: {
    method: "GET",
    path: "/api/organizations/:id/members",
    operationId: "listMembers",
    summary: "The members, the first joined first",
    description: "Role Manager and up.",
    params: InOrganization,
    query: Type.Object({ ...pageByOffset, role: Type.Optional(oneOf(memberRoles)) }),
    success: [200, pageOf("Member")],
  },
  changeMember: {
    method: "PATCH",
    path: "/api/organizations/:id/members/:personId",
    operationId: "changeMember",
    summary: "Change a member's role",
    description:
      "Role OrganizationAdmin and up. Holds on every server process within 10 seconds. The last OrganizationAdmin stays one: 409.",
    params: OneMember,
    body: closed({ role: oneOf(memberRoles) }),
    success: [200, oneThing("Member")],
    refusals: ["conflict"],
  },
  removeMember: {
    method: "DELETE",
    path: "/api/organizations/:id/members/:personId",
    operationId: "removeMember",
    summary: "Remove a member",
    description:
      "Role OrganizationAdmin and up. Holds on every server process within 10 seconds. The last OrganizationAdmin cannot be removed: 409. The person's account, and what they did, stay.",
    params: OneMember,
    success: [200, oneThing("Member")],
    refusals: ["conflict"],
  },
  listInvitations: {
    method: "GET",
    path: "/api/organizations/:id/invitations",
    operationId: "listInvitations",
    summary: "The invitations, newest first",
    description: "Role OrganizationAdmin and up.",
    params: InOrganization,
    query: Type.Object({ ...pageByOffset, status: Type.Optional(oneOf(invitationStatuses)) }),
    success: [200, pageOf("Invitation")],
  },
  createInvitation: {
    method: "POST",
    path: "/api/organizations/:id/invitations",
    operationId: "createInvitation",
    summary: "Invite somebody to become a member",
    description:
      "Role OrganizationAdmin and up. 409 for a member, and for an address with an open invitation. The token is in this answer alone.",
    params: InOrganization,
    body: CreateInvitation,
    success: [201, oneThing("NewInvitation")],
    refusals: ["already_exists"],
  },
  revokeInvitation: {
    method: "DELETE",
    path: "/api/organizations/:id/invitations/:invitationId",
    operationId: "revokeInvitation",
    summary: "Withdraw an invitation",
    description:
      "Role OrganizationAdmin and up. Withdrawing again answers 200; 409 for one that was accepted.",
    params: OneInvitation,
    success: [200, oneThing("Invitation")],
    refusals: ["conflict"],
  },
} as const;

const apiKeys = {
  listApiKeys: {
    method: "GET",
    path: "/api/organizations/:id/api-keys",
    operationId: "listApiKeys",
    summary: "The API keys, newest first",
    description: "Role OrganizationAdmin and up. Secrets are never shown again.",
    params: InOrganization,
    query: Type.Object(pageByOffset),
    success: [200, pageOf("ApiKey")],
  },
  createApiKey: {
    method: "POST",
    path: "/api/organizations/:id/api-keys",
    operationId: "createApiKey",
    summary: "Make an API key",
    description: "Role OrganizationAdmin and up. A key acts with the role Manager, within its scopes.",
    params: InOrganization,
    body: CreateApiKey,
    success: [201, oneThing("NewApiKey")],
  },
  revokeApiKey: {
    method: "DELETE",
    path: "/api/organizations/:id/api-keys/:keyId",
    operationId: "revokeApiKey",
    summary: "Revoke an API key",
    description:
      "Role OrganizationAdmin and up. Holds on every server process within 10 seconds. Revoking again answers 200.",
    params: OneKey,
    success: [200, oneThing("ApiKey")],
  },
} as const;

export const organizationWire = { ...organizations, ...members, ...apiKeys };
