import { cursorFaults } from "#kernel/cursor.ts";
import {
  CreateSession,
  ListSessions,
  PageOfSessions,
  Register,
  RegistrationAnswer,
  SessionAnswer,
  SessionId,
  UpdateSession,
} from "./schema.ts";

export const wire = {
  listSessions: {
    method: "GET",
    path: "/v1/sessions",
    operationId: "listLiveSessions",
    summary: "List the organization's live sessions",
    description:
      "Any member, or an API key with `live:read`; everybody sees all of them, in the order of their start, then id. A page stays as it is when sessions are added before or behind it. Filters narrow each other down.",
    query: ListSessions,
    queryFaults: cursorFaults,
    success: [200, PageOfSessions],
  },
  createSession: {
    method: "POST",
    path: "/v1/sessions",
    operationId: "createLiveSession",
    summary: "Create a live session",
    description:
      "Any member, or an API key with `live:write`. Texts and metadata are kept exactly as sent; unknown members of the body are ignored. The host is told by e-mail, with a calendar invitation, and push, unless the start has passed; the host and those with a seat are reminded 24 hours and 15 minutes before the start. No length is planned, so calendars show an hour.",
    body: CreateSession,
    success: [201, SessionAnswer, "Session created"],
  },
  getSession: {
    method: "GET",
    path: "/v1/sessions/:id",
    operationId: "getLiveSession",
    summary: "One live session",
    description:
      "Any member, or an API key with `live:read`. `is_registered` is the caller's own, so it is false for a key.",
    params: SessionId,
    success: [200, SessionAnswer],
    refusals: ["not_found"],
  },
  watchSession: {
    path: "/api/events/live/:id/events",
    operationId: "watchLiveSession",
    summary: "A stream of what happens in a live session",
    description:
      "Any member, or an API key with `live:read`. `session-update` says what changed: `{eventId, type, sessionId, version, occurredAt}`, `status` where the event tells of one, `changed` where members were edited. `registration-update` has the same members, with the `status` that the registration has now (`none` when it was given up); only the creator, Manager and up, and keys read in `personId` whose it is. `queue-update` is the same for the line of office hours, with the status `waiting`, `called` or `none`. `ping`, `resync` and `revoked` are as in GET /api/events/mentorships/{id}/events.",
    params: SessionId,
    refusals: ["not_found"],
  },
  updateSession: {
    method: "PATCH",
    path: "/v1/sessions/:id",
    operationId: "updateLiveSession",
    summary: "Change a live session",
    description:
      "The creator, Manager and up, or an API key with `live:write`. New seats go to those who wait, in their order; fewer seats than are taken is a conflict. The start is fixed once the session has begun, the number of seats once it is over; the rest can be changed at any time. Setting what it has is no change. `kind` and `status` cannot be set here and, like every unknown member, are ignored. While the session is scheduled or live, a new start or title is told by e-mail and push to the host and to everybody who has a seat or waits, and a new host to the two whom it concerns; other changes are told to nobody.",
    params: SessionId,
    body: UpdateSession,
    success: [200, SessionAnswer],
    refusals: ["not_found", "forbidden", "session_not_open", "conflict"],
  },
  startSession: {
    method: "POST",
    path: "/v1/sessions/:id/start",
    operationId: "startLiveSession",
    summary: "Start a scheduled session",
    description:
      "The creator, Manager and up, or an API key with `live:write`. Sets `started_at`; starting again is refused. A host who begins the session in its room does the same. Nobody is told: those with a seat were reminded.",
    params: SessionId,
    success: [200, SessionAnswer],
    refusals: ["not_found", "forbidden", "session_not_open"],
  },
  endSession: {
    method: "POST",
    path: "/v1/sessions/:id/end",
    operationId: "endLiveSession",
    summary: "End a session that is live",
    description:
      "The creator, Manager and up, or an API key with `live:write`. Sets `ended_at` and `duration_minutes`. So does the end in its room, or of its call at the provider. It comes by itself when everybody has left and nobody has come back for 30 minutes (the operator may set another time), which count from its start at the earliest: then it ended when the last one left.",
    params: SessionId,
    success: [200, SessionAnswer],
    refusals: ["not_found", "forbidden", "session_not_open"],
  },
  cancelSession: {
    method: "POST",
    path: "/v1/sessions/:id/cancel",
    operationId: "cancelLiveSession",
    summary: "Cancel a session that is scheduled or live",
    description:
      "The creator, Manager and up, or an API key with `live:write`. Its registrations stay as they are. The host and everybody who has a seat or waits are told by e-mail and push, and it goes from their calendars.",
    params: SessionId,
    success: [200, SessionAnswer],
    refusals: ["not_found", "forbidden", "session_not_open"],
  },
  getRegistration: {
    method: "GET",
    path: "/v1/sessions/:id/register",
    operationId: "getLiveRegistration",
    summary: "The caller's own registration",
    description:
      "Any member, for themselves; an API key is nobody who could sit and gets 403. Who is not registered gets the status `none`.",
    params: SessionId,
    success: [200, RegistrationAnswer],
    refusals: ["not_found", "forbidden"],
  },
  register: {
    method: "POST",
    path: "/v1/sessions/:id/register",
    operationId: "registerForLiveSession",
    summary: "Take a seat, or a place in the waiting list",
    description:
      "Any member, for themselves; an API key is nobody who could sit and gets 403. The session must be scheduled or live. Who waits already is `already_registered` too. A seat is confirmed by e-mail with a calendar invitation, which shows nobody else who comes, and by push; a waiting place by both without one.",
    params: SessionId,
    body: Register,
    bodyOptional: true,
    success: [201, RegistrationAnswer],
    refusals: ["not_found", "forbidden", "session_not_open", "session_full", "already_registered"],
  },
  unregister: {
    method: "DELETE",
    path: "/v1/sessions/:id/register",
    operationId: "unregisterFromLiveSession",
    summary: "Give up a seat, or a place in the waiting list",
    description:
      "Any member, for themselves; an API key is nobody who could sit and gets 403. The first in line gets the seat at once. Both are told by e-mail and push, and their calendars follow. The session must be scheduled or live. Who is not registered gets 404.",
    params: SessionId,
    success: [200, RegistrationAnswer],
    refusals: ["not_found", "forbidden", "session_not_open"],
  },
} as const;
