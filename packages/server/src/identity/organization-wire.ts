import { cursorFaults } from "#kernel/cursor.ts";
import { mustBeFuture } from "#kernel/future.ts";
import {
  CreateApiKey,
  CreateInvitation,
  CreateOrganization,
  InOrganization,
  ListApiKeys,
  ListInvitations,
  ListMembers,
  ListOrganizations,
  OneInvitation,
  OneKey,
  OneMember,
  PageOfAuditEntries,
  ReadAuditTrail,
  UpdateMember,
  UpdateOrganization,
} from "./organization-schema.ts";
import { oneThing, pageOf } from "./schema.ts";

const organizations = {
  listOrganizations: {
    method: "GET",
    path: "/api/organizations",
    operationId: "listOrganizations",
    summary: "All organizations, newest first",
    description: "PlatformAdmin alone.",
    query: ListOrganizations,
    success: [200, pageOf("Organization")],
  },
  createOrganization: {
    method: "POST",
    path: "/api/organizations",
    operationId: "createOrganization",
    summary: "Open an organization",
    description:
      "PlatformAdmin alone. Its first OrganizationAdmin is then invited. 409 for a slug that is taken; one made from the name is always free.",
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
  updateOrganization: {
    method: "PATCH",
    path: "/api/organizations/:id",
    operationId: "updateOrganization",
    summary: "Change an organization's name, plan or self-service setting",
    description:
      "Role OrganizationAdmin and up; plan and selfService PlatformAdmin alone. Setting what it is changes nothing.",
    params: InOrganization,
    body: UpdateOrganization,
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
    queryFaults: cursorFaults,
    success: [200, PageOfAuditEntries],
  },
} as const;

const members = {
  listMembers: {
    method: "GET",
    path: "/api/organizations/:id/members",
    operationId: "listMembers",
    summary: "The members, the first joined first",
    description:
      "Role Manager and up; people only, as everywhere under an organization: an API key gets 403.",
    params: InOrganization,
    query: ListMembers,
    success: [200, pageOf("Member")],
  },
  updateMember: {
    method: "PATCH",
    path: "/api/organizations/:id/members/:personId",
    operationId: "updateMember",
    summary: "Change a member's role",
    description:
      "Role OrganizationAdmin and up, who give no role above their own. Setting the role that they have is no change. Holds on every server process within 10 seconds. The last OrganizationAdmin stays one: 409.",
    params: OneMember,
    body: UpdateMember,
    success: [200, oneThing("Member")],
    refusals: ["conflict"],
  },
  removeMember: {
    method: "DELETE",
    path: "/api/organizations/:id/members/:personId",
    operationId: "removeMember",
    summary: "Remove a member",
    description:
      "Role OrganizationAdmin and up. Holds on every server process within 10 seconds. The last OrganizationAdmin cannot be removed: 409. The person's account, and what they did, stay; their seats in live sessions that are not over go to the next in line.",
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
    query: ListInvitations,
    success: [200, pageOf("Invitation")],
  },
  createInvitation: {
    method: "POST",
    path: "/api/organizations/:id/invitations",
    operationId: "createInvitation",
    summary: "Invite somebody to become a member",
    description:
      "Role OrganizationAdmin and up, who give no role above their own. 409 for a member, and for an address with an open invitation. The address is mailed a link to accept it. The token of this answer is another one, shown here alone, for handing over by yourself: who accepts by it becomes a member, but has not verified the address.",
    params: InOrganization,
    body: CreateInvitation,
    success: [201, oneThing("NewInvitation")],
    refusals: ["already_exists"],
  },
  resendInvitation: {
    method: "POST",
    path: "/api/organizations/:id/invitations/:invitationId/resend",
    operationId: "resendInvitation",
    summary: "Mail an invitation anew",
    description:
      "Role OrganizationAdmin and up. With new tokens, the former ones being void, and seven days from now to accept it, also where it has expired. 409 for one that was accepted or withdrawn, for a member, and once it was mailed ten times; 429 within a minute of the last mail.",
    params: OneInvitation,
    success: [200, oneThing("NewInvitation")],
    refusals: ["conflict", "already_exists", "too_many_requests"],
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
    query: ListApiKeys,
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
    bodyFaults: mustBeFuture("expiresAt"),
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
