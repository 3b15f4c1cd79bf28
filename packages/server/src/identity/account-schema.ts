import { type Static, type TSchemaOptions, Type } from "typebox";
import { closed, Email, Instant, Name, nullable, Uuid } from "#kernel/schema.ts";
import { oneThing } from "./schema.ts";

const token = {
  token: Type.String({ description: "An access token (JWT) to send as a bearer token" }),
  expiresAt: Instant({ description: "One hour later. A fresh one comes from POST /api/auth/token." }),
  organization: nullable(Type.Ref("Membership")),
};
const TokenAnswer = Type.Object(token);

const SignInAnswer = Type.Object({
  ...token,
  person: Type.Ref("Person"),
  organizations: Type.Array(Type.Ref("Membership"), { description: "All that the person is a member of" }),
});

const MeAnswer = Type.Object({
  data: Type.Object({
    person: Type.Ref("Person"),
    organizations: Type.Array(Type.Ref("Membership")),
    organization: nullable(Type.Ref("Membership")),
  }),
});

const Done = Type.Object({ success: Type.Boolean() });

/** A password that is being checked; what is too long cannot be right, and hashing it would be work. */
const GivenPassword = () => Type.String({ minLength: 1, maxLength: 200 });

const NewPassword = (options: TSchemaOptions = {}) =>
  Type.String({ ...options, minLength: 12, maxLength: 200 });

const SignIn = closed({
  email: Email(),
  password: GivenPassword(),
  organizationId: Type.Optional(Uuid({ description: "The organization to begin with" })),
});
export type SignIn = Static<typeof SignIn>;

const IssueToken = closed({ organizationId: Type.Optional(Uuid()) });

const ChangeProfile = closed({
  firstName: Type.Optional(Name()),
  lastName: Type.Optional(Name()),
  avatarUrl: Type.Optional(
    nullable(
      Type.String({
        format: "uri",
        pattern: "^https?://",
        maxLength: 2000,
        description: "http or https; null takes it away",
      }),
    ),
  ),
});
export type ChangeProfile = Static<typeof ChangeProfile>;

const ChangePassword = closed({ currentPassword: GivenPassword(), newPassword: NewPassword() });
export type ChangePassword = Static<typeof ChangePassword>;

const AcceptInvitation = closed({
  token: Type.String({ minLength: 1, maxLength: 200 }),
  firstName: Type.Optional(Name({ description: "Needed for a new account." })),
  lastName: Type.Optional(Name({ description: "Needed for a new account." })),
  password: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description:
        "For a new account: its password, at least 12 characters. For an existing one: the password that it has, unless the caller is signed in.",
    }),
  ),
});
export type AcceptInvitation = Static<typeof AcceptInvitation>;

export const accountWire = {
  signIn: {
    method: "POST",
    path: "/api/auth/sign-in",
    operationId: "signIn",
    summary: "Sign in with e-mail address and password",
    description:
      "Sets the sign-in cookie (HttpOnly, SameSite=Lax, 30 days) for browsers and answers an access token for everything else. Without organizationId, a person's only organization is chosen; who has several chooses later, or sends X-Organization-Id. At most 20 attempts a minute from one address, and 10 wrong passwords in 15 minutes for one account.",
    body: SignIn,
    success: [200, SignInAnswer],
    refusals: ["wrong_password", "not_a_member", "too_many_requests"],
  },
  signOut: {
    method: "POST",
    path: "/api/auth/sign-out",
    operationId: "signOut",
    summary: "End this sign-in, with the access tokens that came from it",
    success: [200, Done],
    refusals: ["conflict"],
  },
  signOutEverywhere: {
    method: "POST",
    path: "/api/auth/sign-out-everywhere",
    operationId: "signOutEverywhere",
    summary: "End all sign-ins and void every access token issued before",
    description: "Holds on every server process within 10 seconds.",
    success: [200, Done],
  },
  issueToken: {
    method: "POST",
    path: "/api/auth/token",
    operationId: "issueToken",
    summary: "A fresh access token",
    description:
      "For the sign-in cookie or an access token that is still valid. Without organizationId it is for the organization that is chosen already, if any.",
    body: IssueToken,
    bodyOptional: true,
    success: [200, TokenAnswer],
    refusals: ["not_a_member"],
  },
  chooseOrganization: {
    method: "POST",
    path: "/api/auth/organization",
    operationId: "chooseOrganization",
    summary: "Choose the organization of this sign-in",
    description:
      "The cookie is for it from now on; the answered token names it. A PlatformAdmin may choose any. 409 for a token that came from no sign-in: send X-Organization-Id, or take another token.",
    body: closed({ organizationId: Uuid() }),
    success: [200, TokenAnswer],
    refusals: ["not_a_member", "conflict"],
  },
  changePassword: {
    method: "POST",
    path: "/api/auth/password",
    operationId: "changePassword",
    summary: "Change one's password",
    description:
      "Ends every other sign-in and voids every access token issued before; the answer has a new one.",
    body: ChangePassword,
    success: [200, TokenAnswer],
    refusals: ["wrong_password", "too_many_requests"],
  },
  getMe: {
    method: "GET",
    path: "/api/me",
    operationId: "getMe",
    summary: "Who is calling",
    description: "A caller whom an outside issuer names sees only the organizations that it may speak for.",
    success: [200, MeAnswer],
  },
  changeProfile: {
    method: "PATCH",
    path: "/api/me",
    operationId: "changeProfile",
    summary: "Change one's name or picture",
    body: ChangeProfile,
    success: [200, oneThing("Person")],
  },
  acceptInvitation: {
    method: "POST",
    path: "/api/invitations/accept",
    operationId: "acceptInvitation",
    summary: "Become a member",
    description:
      "A new person gets an account with the given names and password. Who has an account already is signed in, or gives its password. 404 for a token that was never made or was withdrawn, 409 for one that was used or has expired.",
    body: AcceptInvitation,
    success: [
      201,
      Type.Object({
        data: Type.Object({ person: Type.Ref("Person"), organization: Type.Ref("Membership") }),
      }),
    ],
    refusals: ["not_found", "forbidden", "conflict", "already_exists", "wrong_password", "too_many_requests"],
  },
  getKeys: {
    method: "GET",
    path: "/.well-known/jwks.json",
    operationId: "getKeys",
    summary: "The public keys of our access tokens (RFC 7517)",
    success: [
      200,
      Type.Object({ keys: Type.Array(Type.Object({ kid: Type.String() }, { additionalProperties: true })) }),
    ],
  },
} as const;
