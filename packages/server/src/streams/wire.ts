import { Type } from "typebox";
import { Instant } from "#kernel/schema.ts";

const Ticket = Type.Object({
  ticket: Type.String({ description: "Send it as `?ticket=`; shown this once" }),
  expiresAt: Instant({ description: "60 seconds after it was made." }),
});

export const wire = {
  issueTicket: {
    method: "POST",
    path: "/api/events/tickets",
    operationId: "issueStreamTicket",
    summary: "A ticket that opens one stream, for a client that can send no header",
    description:
      "Any member, or an API key with `mentorship:read`, `live:read`, `screening:read` or `events:read`. It stands for the credential of this request in the organization of this request, once, on whichever server process, and within 60 seconds; a request that is refused, or a HEAD, leaves it usable. The stream that it opens ends with that credential.",
    success: [201, Ticket],
  },
  watchOrganization: {
    path: "/api/events/organization/events",
    operationId: "watchOrganization",
    summary: "A stream of all that happens in the organization",
    description:
      "Role OrganizationAdmin and up, or an API key with `events:read`, as in GET /api/events. Each event is a `message` with `{id, type, subjectId, version, occurredAt, payload}`, the oldest first. `ping`, `resync` and `revoked` are as in GET /api/events/mentorships/{id}/events.",
    refusals: ["forbidden"],
  },
} as const;
