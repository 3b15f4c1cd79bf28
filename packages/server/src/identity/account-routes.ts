import { Answer, accountRoute, guestRoute, publicRoute, type Route } from "#http/route.ts";
import { formatInstant } from "#kernel/instant.ts";
import { accountWire as wire } from "./account-wire.ts";
import { noCookie, signInCookie } from "./cookie.ts";
import { acceptInvitation, checkInvitee } from "./operations/accept-invitation.ts";
import { changePassword, checkPasswordChange } from "./operations/change-password.ts";
import { chooseOrganization } from "./operations/choose-organization.ts";
import { getMe } from "./operations/get-me.ts";
import { type IssuedToken, issueFor, issueToken } from "./operations/issue-token.ts";
import { checkSignIn, signIn } from "./operations/sign-in.ts";
import { signOut } from "./operations/sign-out.ts";
import { signOutEverywhere } from "./operations/sign-out-everywhere.ts";
import { updateProfile } from "./operations/update-profile.ts";
import { presentMembership, presentPerson } from "./presenter.ts";
import type { Parts } from "./routes.ts";

const done = { success: true };
const secret = { secret: true };

/** The routes of one's own account. */
export const accountRoutes = ({ tokens, ...parts }: Parts): Route[] => [
  publicRoute(
    wire.signIn,
    { ...secret, prepare: (preparation, { body }) => checkSignIn(preparation, parts, body) },
    async (context, { body }, holder) => {
      const { signInId, cookie, person, organization, organizations } = await signIn(context, holder, body);
      const token = presentToken(await issueFor(tokens, person, organization, signInId));
      const answer = {
        ...token,
        person: presentPerson(person),
        organizations: organizations.map(presentMembership),
      };
      return new Answer(answer, { "set-cookie": signInCookie(parts.publicUrl, cookie) });
    },
  ),
  accountRoute(wire.signOut, {}, async (context) => {
    await signOut(context);
    return new Answer(done, { "set-cookie": noCookie(parts.publicUrl) });
  }),
  accountRoute(wire.signOutEverywhere, {}, async (context) => {
    await signOutEverywhere(context);
    return new Answer(done, { "set-cookie": noCookie(parts.publicUrl) });
  }),
  accountRoute(wire.issueToken, secret, async (context, { body }) =>
    presentToken(await issueToken(context, tokens, body.organizationId)),
  ),
  accountRoute(wire.chooseOrganization, secret, async (context, { body }) =>
    presentToken(await chooseOrganization(context, tokens, body.organizationId)),
  ),
  accountRoute(
    wire.changePassword,
    {
      ...secret,
      prepare: (preparation, { body }) => checkPasswordChange(preparation, parts, body),
    },
    async (context, _, change) =>
      presentToken(await changePassword(context, { tokens, mailing: parts }, change)),
  ),
  accountRoute(wire.getMe, {}, async (context) => {
    const { person, organizations, organization } = await getMe(context);
    return {
      data: {
        person: presentPerson(person),
        organizations: organizations.map(presentMembership),
        organization: organization && presentMembership(organization),
      },
    };
  }),
  accountRoute(wire.updateProfile, {}, async (context, { body }) => ({
    data: presentPerson(await updateProfile(context, body)),
  })),
  guestRoute(
    wire.acceptInvitation,
    { prepare: (preparation, { body }) => checkInvitee(preparation, parts, body) },
    async (context, { body }, invitee) => {
      const { person, membership } = await acceptInvitation(context, body.token, invitee);
      return { data: { person: presentPerson(person), organization: presentMembership(membership) } };
    },
  ),
  publicRoute(
    wire.getKeys,
    {},
    async () => new Answer(tokens.jwks(), { "cache-control": "public, max-age=300" }),
  ),
];

const presentToken = ({ token, expiresAt, organization }: IssuedToken) => ({
  token,
  expiresAt: formatInstant(expiresAt),
  organization: organization && presentMembership(organization),
});
