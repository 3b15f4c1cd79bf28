import { type Static, type TSchemaOptions, Type } from "typebox";
import { closed, Email, Instant, Name, nullable, Uuid } from "#kernel/schema.ts";

const token = {
  token: Type.String({ description: "An access token (JWT) to send as a bearer token" }),
  expiresAt: Instant({ description: "One hour later. A fresh one comes from POST /api/auth/token." }),
  organization: nullable(Type.Ref("Membership")),
};
export const TokenAnswer = Type.Object(token);

export const SignInAnswer = Type.Object({
  ...token,
  person: Type.Ref("Person"),
  organizations: Type.Array(Type.Ref("Membership"), { description: "All that the person is a member of" }),
});

export const MeAnswer = Type.Object({
  data: Type.Object({
    person: Type.Ref("Person"),
    organizations: Type.Array(Type.Ref("Membership")),
    organization: nullable(Type.Ref("Membership")),
  }),
});

export const MailedLink = closed({
  token: Type.String({ minLength: 1, maxLength: 200, description: "From the link in the mail" }),
});
export type MailedLink = Static<typeof MailedLink>;

export const AskForReset = closed({ email: Email() });
export type AskForReset = Static<typeof AskForReset>;

export const Done = Type.Object({ success: Type.Boolean() });

/** A password that is being checked; what is too long cannot be right, and hashing it would be work. */
const GivenPassword = () => Type.String({ minLength: 1, maxLength: 200 });

const NewPassword = (options: TSchemaOptions = {}) =>
  Type.String({ ...options, minLength: 12, maxLength: 200 });

export const ResetPassword = closed({
  token: Type.String({ minLength: 1, maxLength: 200, description: "From the link in the mail" }),
  password: NewPassword(),
});
export type ResetPassword = Static<typeof ResetPassword>;

export const SignIn = closed({
  email: Email(),
  password: GivenPassword(),
  organizationId: Type.Optional(Uuid({ description: "The organization to begin with" })),
});
export type SignIn = Static<typeof SignIn>;

export const IssueToken = closed({ organizationId: Type.Optional(Uuid()) });

export const UpdateProfile = closed({
  firstName: Type.Optional(Name()),
  lastName: Type.Optional(Name()),
  avatarUrl: Type.Optional(
    nullable(
      Type.String({
        format: "uri",
        pattern: "^https?://",
        "x-pattern-says": "must begin with http:// or https://",
        maxLength: 2000,
        description: "http or https; null takes it away",
      }),
    ),
  ),
  timeZone: Type.Optional(
    nullable(
      Type.String({
        format: "iana-time-zone",
        description: "An IANA name: times in mails are shown in it; null takes it away",
      }),
    ),
  ),
});
export type UpdateProfile = Static<typeof UpdateProfile>;

export const ChangePassword = closed({ currentPassword: GivenPassword(), newPassword: NewPassword() });
export type ChangePassword = Static<typeof ChangePassword>;

export const AcceptInvitation = closed({
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

export const ChooseOrganization = closed({ organizationId: Uuid() });

export const AcceptedAnswer = Type.Object({
  data: Type.Object({ person: Type.Ref("Person"), organization: Type.Ref("Membership") }),
});

export const PublicKeys = Type.Object({
  keys: Type.Array(Type.Object({ kid: Type.String() }, { additionalProperties: true })),
});
