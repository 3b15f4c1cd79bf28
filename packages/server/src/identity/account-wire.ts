import {
  AcceptedAnswer,
  AcceptInvitation,
  ChangePassword,
  ChooseOrganization,
  Done,
  IssueToken,
  MeAnswer,
  PublicKeys,
  SignIn,
  SignInAnswer,
  TokenAnswer,
  UpdateProfile,
} from "./account-schema.ts";
import { oneThing } from "./schema.ts";

export const accountWire = {
  signIn: {
    method: "POST",
    path: "/api/auth/sign-in",
    operationId: "signIn",
    summary: "Sign in with e-mail address and password",
    description:
      "Anyone. Sets the sign-in cookie (HttpOnly, SameSite=Lax, 30 days) for browsers and answers an access token for everything else. Without organizationId, a person's only organization is chosen; who has several chooses later, or sends X-Organization-Id. Wrong passwords are slowed down: at most 20 a minute from one address, and 10 in 15 minutes for one account. Attempts that succeed are not counted.",
    body: SignIn,
    success: [200, SignInAnswer],
    refusals: ["wrong_password", "not_a_member", "not_found", "too_many_requests"],
  },
  signOut: {
    method: "POST",
    path: "/api/auth/sign-out",
    operationId: "signOut",
    summary: "End this sign-in, with the access tokens that came from it",
    description:
      "Any person who is signed in, with or without an organization. 409 for a token that came from no sign-in.",
    success: [200, Done],
    refusals: ["conflict"],
  },
  signOutEverywhere: {
    method: "POST",
    path: "/api/auth/sign-out-everywhere",
    operationId: "signOutEverywhere",
    summary: "End all sign-ins and void every access token issued before",
    description:
      "Any person who is signed in here; 403 for one whom an outside issuer names. Holds on every server process within 10 seconds.",
    success: [200, Done],
  },
  issueToken: {
    method: "POST",
    path: "/api/auth/token",
    operationId: "issueToken",
    summary: "A fresh access token",
    description:
      "Any person, with the sign-in cookie or an access token that is still valid; 403 for one whom an outside issuer names. Without organizationId it is for the organization that is chosen already, if any.",
    body: IssueToken,
    bodyOptional: true,
    success: [200, TokenAnswer],
    refusals: ["not_a_member", "not_found"],
  },
  chooseOrganization: {
    method: "POST",
    path: "/api/auth/organization",
    operationId: "chooseOrganization",
    summary: "Choose the organization of this sign-in",
    description:
      "Any person who is signed in and a member of it. The cookie is for it from now on; the answered token names it. A PlatformAdmin may choose any; one that does not exist answers them 404. 409 for a token that came from no sign-in: send X-Organization-Id, or take another token.",
    body: ChooseOrganization,
    success: [200, TokenAnswer],
    refusals: ["not_a_member", "not_found", "conflict"],
  },
  changePassword: {
    method: "POST",
    path: "/api/auth/password",
    operationId: "changePassword",
    summary: "Change one's password",
    description:
      "Any person who has a password here; 403 for one whom an outside issuer names. Ends every other sign-in and voids every access token issued before; the answer has a new one. Wrong passwords are slowed down as in POST /api/auth/sign-in.",
    body: ChangePassword,
    success: [200, TokenAnswer],
    refusals: ["wrong_password", "too_many_requests"],
  },
  getMe: {
    method: "GET",
    path: "/api/me",
    operationId: "getMe",
    summary: "Who is calling",
    description:
      "Any person, with or without an organization. One whom an outside issuer names sees only the organizations that it may speak for.",
    success: [200, MeAnswer],
  },
  updateProfile: {
    method: "PATCH",
    path: "/api/me",
    operationId: "updateProfile",
    summary: "Change one's name, picture or time zone",
    description:
      "Any person, of themselves; 403 for one whom an outside issuer names. Setting what it is changes nothing. Without a time zone, times in mails are shown in the session's own zone.",
    body: UpdateProfile,
    success: [200, oneThing("Person")],
  },
  acceptInvitation: {
    method: "POST",
    path: "/api/invitations/accept",
    operationId: "acceptInvitation",
    summary: "Become a member",
    description:
      "Whoever has the token; nobody needs to be signed in. A new person gets an account with the given names and password. Who has an account already is signed in, or gives its password. 404 for a token that was never made or was withdrawn, 409 for one that was used or has expired.",
    body: AcceptInvitation,
    success: [201, AcceptedAnswer],
    refusals: ["not_found", "forbidden", "conflict", "already_exists", "wrong_password", "too_many_requests"],
  },
  getKeys: {
    method: "GET",
    path: "/.well-known/jwks.json",
    operationId: "getKeys",
    summary: "The public keys of our access tokens (RFC 7517)",
    description: "Anyone.",
    success: [200, PublicKeys],
  },
} as const;
