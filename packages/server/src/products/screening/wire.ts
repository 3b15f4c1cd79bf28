import { Type } from "typebox";
import { ListSessions, PageOfSessions, ReviewSession, SessionId } from "./schema.ts";

const readers = "Role Coach and up, or a key with `screening:read`.";
const writers = "Role Coach and up, or a key with `screening:write`.";

export const wire = {
  listSessions: {
    method: "GET",
    path: "/api/v1/sessions",
    operationId: "listScreeningSessions",
    summary: "List screening sessions, newest first",
    description: `${readers} Ordered by createdAt, the newest first, then by id. A session that is still unreviewed at its expiresAt is \`expired\` from that instant on, in this list and its filters too.`,
    query: ListSessions,
    success: [200, PageOfSessions],
    refusals: ["forbidden"],
  },
  getSession: {
    method: "GET",
    path: "/api/v1/sessions/:id",
    operationId: "getScreeningSession",
    summary: "One screening session with its whole submission",
    description: `${readers} Unreviewed at its expiresAt it reads \`expired\` from that instant on.`,
    params: SessionId,
    success: [200, Type.Ref("ScreeningSession")],
    refusals: ["forbidden", "not_found"],
  },
  reviewSession: {
    method: "PATCH",
    path: "/api/v1/sessions/:id/review",
    operationId: "reviewScreeningSession",
    summary: "Approve or deny a completed screening session, once and for all",
    description: `${writers} Checked in this order: the body (422), the session (404), a review made before (409), its status (422). Of two reviewers at once, one is answered 200 and the other 409. A prospect who has an e-mail address is told the decision, once; the notes are told to nobody. Managers and up are reminded once a day of sessions that wait for a review and expire within three days.`,
    params: SessionId,
    body: ReviewSession,
    success: [200, Type.Ref("ScreeningSession")],
    refusals: ["forbidden", "not_found", "already_reviewed", "not_completed"],
  },
} as const;
