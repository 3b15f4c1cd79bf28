import { accountRoute, memberRoute, type Route } from "#http/route.ts";
import { pageUrls } from "./account-notices.ts";
import type { Invitation } from "./invitations-store.ts";
import { createApiKey } from "./operations/create-api-key.ts";
import { createInvitation } from "./operations/create-invitation.ts";
import { createOrganization } from "./operations/create-organization.ts";
import { getOrganization } from "./operations/get-organization.ts";
import { listApiKeys } from "./operations/list-api-keys.ts";
import { listInvitations } from "./operations/list-invitations.ts";
import { listMembers } from "./operations/list-members.ts";
import { listOrganizations } from "./operations/list-organizations.ts";
import { readAuditTrail } from "./operations/read-audit-trail.ts";
import { removeMember } from "./operations/remove-member.ts";
import { resendInvitation } from "./operations/resend-invitation.ts";
import { revokeApiKey } from "./operations/revoke-api-key.ts";
import { revokeInvitation } from "./operations/revoke-invitation.ts";
import { updateMember } from "./operations/update-member.ts";
import { updateOrganization } from "./operations/update-organization.ts";
import { organizationWire as wire } from "./organization-wire.ts";
import {
  presentApiKey,
  presentAuditEntry,
  presentInvitation,
  presentMember,
  presentOrganization,
} from "./presenter.ts";
import type { Parts } from "./routes.ts";

/** No scope: API keys cannot manage who has access. */
const within = { organizationInPath: true } as const;
const withinSecretly = { ...within, secret: true } as const;

/** The routes of organizations, their members, invitations, API keys and audit trail. */
export const organizationRoutes = ({ vault, publicUrl }: Parts): Route[] => [
  accountRoute(wire.listOrganizations, {}, async (context, { query }) => {
    const { total, rows } = await listOrganizations(context, query);
    return { data: rows.map(presentOrganization), meta: { total_count: total } };
  }),
  accountRoute(wire.createOrganization, {}, async (context, { body }) => ({
    data: presentOrganization(await createOrganization(context, body)),
  })),
  memberRoute(wire.getOrganization, within, async (context) => ({
    data: presentOrganization(await getOrganization(context)),
  })),
  memberRoute(wire.updateOrganization, within, async (context, { body }) => ({
    data: presentOrganization(await updateOrganization(context, body)),
  })),
  memberRoute(wire.readAuditTrail, within, async (context, { query }) => {
    const { entries, next } = await readAuditTrail(context, query);
    return { data: entries.map(presentAuditEntry), meta: { next_cursor: next } };
  }),
  memberRoute(wire.listMembers, within, async (context, { query }) => {
    const { total, rows } = await listMembers(context, query);
    return { data: rows.map(presentMember), meta: { total_count: total } };
  }),
  memberRoute(wire.updateMember, within, async (context, { params, body }) => ({
    data: presentMember(await updateMember(context, params.personId, body.role)),
  })),
  memberRoute(wire.removeMember, within, async (context, { params }) => ({
    data: presentMember(await removeMember(context, params.personId)),
  })),
  memberRoute(wire.listInvitations, within, async (context, { query }) => {
    const { total, rows } = await listInvitations(context, query);
    const data = rows.map((invitation) => presentInvitation(invitation, context.now));
    return { data, meta: { total_count: total } };
  }),
  memberRoute(wire.createInvitation, withinSecretly, async (context, { body }) => {
    const { invitation, token } = await createInvitation(context, { vault, publicUrl }, body);
    return { data: presentNewInvitation(invitation, token, publicUrl, context.now) };
  }),
  memberRoute(wire.resendInvitation, withinSecretly, async (context, { params }) => {
    const mailing = { vault, publicUrl };
    const { invitation, token } = await resendInvitation(context, mailing, params.invitationId);
    return { data: presentNewInvitation(invitation, token, publicUrl, context.now) };
  }),
  memberRoute(wire.revokeInvitation, within, async (context, { params }) => ({
    data: presentInvitation(await revokeInvitation(context, params.invitationId), context.now),
  })),
  memberRoute(wire.listApiKeys, within, async (context, { query }) => {
    const { total, rows } = await listApiKeys(context, query);
    return { data: rows.map(presentApiKey), meta: { total_count: total } };
  }),
  memberRoute(wire.createApiKey, withinSecretly, async (context, { body }) => {
    const { key, text } = await createApiKey(context, body);
    return { data: { ...presentApiKey(key), key: text } };
  }),
  memberRoute(wire.revokeApiKey, within, async (context, { params }) => ({
    data: presentApiKey(await revokeApiKey(context, params.keyId)),
  })),
];

const presentNewInvitation = (invitation: Invitation, token: string, publicUrl: string, now: Date) => ({
  ...presentInvitation(invitation, now),
  token,
  acceptUrl: pageUrls(publicUrl).invitation(token),
});
