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
      "Any member, or an API key with `live:write`. Texts and metadata are kept exactly as sent; unknown members of the body are ignored.",
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
  updateSession: {
    method: "PATCH",
    path: "/v1/sessions/:id",
    operationId: "updateLiveSession",
    summary: "Change a live session",
    description:
      "The creator, Manager and up, or an API key with `live:write`. New seats go to those who wait, in their order; fewer seats than are taken is a conflict. The start is fixed once the session has begun, the number of seats once it is over; the rest can be changed at any time. Setting what it has is no change. `kind` and `status` cannot be set here and, like every unknown member, are ignored.",
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
      "The creator, Manager and up, or an API key with `live:write`. Sets `started_at`; starting again is refused.",
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
      "The creator, Manager and up, or an API key with `live:write`. Sets `ended_at` and `duration_minutes`.",
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
      "The creator, Manager and up, or an API key with `live:write`. Its registrations stay as they are.",
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
      "Any member, for themselves; an API key is nobody who could sit and gets 403. The session must be scheduled or live. Who waits already is `already_registered` too.",
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
      "Any member, for themselves; an API key is nobody who could sit and gets 403. The first in line gets the seat at once. The session must be scheduled or live. Who is not registered gets 404.",
    params: SessionId,
    success: [200, RegistrationAnswer],
    refusals: ["not_found", "forbidden", "session_not_open"],
  },
} as const;
