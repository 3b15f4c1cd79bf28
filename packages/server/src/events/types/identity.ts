import { Type } from "typebox";

const person = Type.Object({ personId: Type.String() });
const roleOf = Type.Object({ personId: Type.String(), role: Type.String() });
const invitation = Type.Object({ invitationId: Type.String(), role: Type.String() });
const key = Type.Object({ keyId: Type.String(), scopes: Type.Array(Type.String()) });

export const identityEvents = {
  "organization.created": {
    about: "An organization was opened",
    payload: Type.Object({ slug: Type.String() }),
  },
  "organization.changed": {
    about: "An organization's name, plan or self-service setting changed",
    payload: Type.Object({ changed: Type.Array(Type.String()) }),
  },
  "member.added": { about: "A person became a member", payload: roleOf },
  "member.role_changed": {
    about: "A member's role changed",
    payload: Type.Object({ personId: Type.String(), from: Type.String(), to: Type.String() }),
  },
  "member.removed": { about: "A person is no longer a member", payload: person },
  "invitation.created": { about: "Somebody was invited to become a member", payload: invitation },
  "invitation.accepted": { about: "An invited person became a member", payload: invitation },
  "invitation.revoked": { about: "An invitation was withdrawn", payload: invitation },
  "person.changed": {
    about: "A member changed their own name or picture",
    payload: Type.Object({ personId: Type.String(), changed: Type.Array(Type.String()) }),
  },
  "person.password_changed": { about: "A member changed their password", payload: person },
  "person.signed_out_everywhere": {
    about: "A member ended all their sign-ins and access tokens",
    payload: person,
  },
  "api_key.created": { about: "An API key was made", payload: key },
  "api_key.revoked": { about: "An API key was revoked", payload: key },
} as const;
