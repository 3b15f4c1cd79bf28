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
  "invitation.sent_again": { about: "An invitation was mailed anew, with a new token", payload: invitation },
  "invitation.revoked": { about: "An invitation was withdrawn", payload: invitation },
  "person.changed": {
    about: "A member changed their own name, picture or time zone",
    payload: Type.Object({ personId: Type.String(), changed: Type.Array(Type.String()) }),
  },
  "person.email_verified": { about: "A member proved that they read mail to their address", payload: person },
  "person.password_changed": { about: "A member changed their password", payload: person },
  "person.password_reset": {
    about: "A member set a new password by a link that was mailed to them",
    payload: person,
  },
  "person.calendar_feed_created": {
    about: "A member made a private calendar feed, in the place of the one before it",
    payload: person,
  },
  "person.calendar_feed_revoked": { about: "A member revoked their private calendar feed", payload: person },
  "person.signed_out_everywhere": {
    about: "A member ended all their sign-ins and access tokens",
    payload: person,
  },
  "api_key.created": { about: "An API key was made", payload: key },
  "api_key.revoked": { about: "An API key was revoked", payload: key },
} as const;
