import { Type } from "typebox";
import { scopes } from "#kernel/actor.ts";
import { planNames } from "#kernel/plans.ts";
import { memberRoles, roles } from "#kernel/roles.ts";
import { Instant, nullable, oneOf, Uuid } from "#kernel/schema.ts";
import { invitationStatuses } from "./lifecycle.ts";

const person = {
  id: Type.String({ description: "CUID2" }),
  email: Type.String(),
  firstName: Type.String(),
  lastName: Type.String(),
  avatarUrl: nullable(Type.String()),
};

const Person = Type.Object(
  {
    ...person,
    timeZone: nullable(Type.String({ description: "An IANA name; times in mails are shown in it" })),
    emailVerifiedAt: nullable(
      Instant({
        description:
          "When a link that was mailed to the address was used; null until then, which forbids nothing.",
      }),
    ),
    platformAdmin: Type.Boolean({ description: "Stands above all organizations" }),
  },
  { $id: "Person" },
);

const Membership = Type.Object(
  {
    id: Uuid({ description: "The organization" }),
    slug: Type.String(),
    name: Type.String(),
    role: oneOf(roles),
  },
  { $id: "Membership" },
);

const Organization = Type.Object(
  {
    id: Uuid(),
    slug: Type.String(),
    name: Type.String(),
    plan: oneOf(planNames),
    selfService: Type.Boolean({ description: "May schedule depositions without the operator's staff" }),
    createdAt: Instant(),
    updatedAt: Instant(),
  },
  { $id: "Organization" },
);

const Member = Type.Object({ ...person, role: oneOf(memberRoles), joinedAt: Instant() }, { $id: "Member" });

const invitation = {
  id: Uuid(),
  email: Type.String(),
  role: oneOf(memberRoles),
  status: oneOf(invitationStatuses),
  invitedBy: Type.String({ description: "CUID2 of the person" }),
  createdAt: Instant(),
  expiresAt: Instant({ description: "Seven days after it was made." }),
  acceptedAt: nullable(Instant()),
  revokedAt: nullable(Instant()),
};

const Invitation = Type.Object(invitation, { $id: "Invitation" });

const NewInvitation = Type.Object(
  {
    ...invitation,
    token: Type.String({
      description: "Shown this once; POST /api/invitations/accept takes it. Not the one in the mail",
    }),
    acceptUrl: Type.String({ description: "The page that takes the invitation, with the token in it" }),
  },
  { $id: "NewInvitation" },
);

const apiKey = {
  id: Type.String({ description: "CUID2" }),
  name: Type.String(),
  scopes: Type.Array(oneOf(scopes)),
  createdBy: Type.String({ description: "CUID2 of the person" }),
  createdAt: Instant(),
  expiresAt: nullable(Instant()),
  lastUsedAt: nullable(Instant({ description: "Written down every five seconds." })),
  revokedAt: nullable(Instant()),
};

const ApiKey = Type.Object(apiKey, { $id: "ApiKey" });

const NewApiKey = Type.Object(
  { ...apiKey, key: Type.String({ description: "Shown this once; send it as a bearer token" }) },
  { $id: "NewApiKey" },
);

const AuditEntry = Type.Object(
  {
    id: Uuid(),
    type: Type.String({ description: "The event's type, such as member.role_changed" }),
    subjectId: Type.String({ description: "The person, session, key … that it happened to" }),
    occurredAt: Instant(),
    actor: Type.Object({
      kind: oneOf(["person", "key", "prospect", "system"]),
      id: nullable(Type.String()),
    }),
    origin: Type.Object({
      ip: nullable(Type.String()),
      userAgent: nullable(Type.String()),
      requestId: nullable(Type.String()),
    }),
    payload: Type.Object({}, { additionalProperties: true }),
  },
  { $id: "AuditEntry" },
);

export const models = [
  Person,
  Membership,
  Organization,
  Member,
  Invitation,
  NewInvitation,
  ApiKey,
  NewApiKey,
  AuditEntry,
];

/** The answer of a list that is paged by offset. */
export const pageOf = (model: string) =>
  Type.Object({ data: Type.Array(Type.Ref(model)), meta: Type.Object({ total_count: Type.Integer() }) });

/** The answer that is one thing. */
export const oneThing = (model: string) => Type.Object({ data: Type.Ref(model) });
