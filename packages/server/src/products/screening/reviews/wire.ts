import { Type } from "typebox";
import { cursorFaults } from "#kernel/cursor.ts";
import { SessionId } from "../schema.ts";
import { Counts, ExportSessions, FileId, ListQueue, PageOfQueue } from "./schema.ts";

const readers = "Role Coach and up, or a key with `screening:read`.";

export const queueWire = {
  listQueue: {
    method: "GET",
    path: "/api/v1/screening_queue",
    operationId: "listScreeningQueue",
    summary: "Sessions as reviewers read them: those that wait for a review, the longest wait first",
    description: `${readers} With another \`state\`: \`approved\` and \`denied\` ones, the latest decision first; \`active\`, \`expired\` and \`disqualified\` ones, the newest first. Paged by cursor: what is decided meanwhile makes no session come twice or be left out.`,
    query: ListQueue,
    queryFaults: cursorFaults,
    success: [200, PageOfQueue],
    refusals: ["forbidden"],
  },
  getQueued: {
    method: "GET",
    path: "/api/v1/screening_queue/:id",
    operationId: "getScreeningQueueItem",
    summary: "One session as reviewers read it, whatever its state",
    description: `${readers} It says who decided, and when.`,
    params: SessionId,
    success: [200, Type.Ref("ScreeningQueueItem")],
    refusals: ["forbidden", "not_found"],
  },
  countSessions: {
    method: "GET",
    path: "/api/v1/screening_counts",
    operationId: "countScreeningSessions",
    summary: "How many sessions there are, by template and state",
    description: `${readers} As of now: what expires meanwhile is counted as expired at once.`,
    success: [200, Counts],
    refusals: ["forbidden"],
  },
  exportSessions: {
    method: "GET",
    path: "/api/v1/screening_sessions.csv",
    operationId: "exportScreeningSessions",
    summary: "Sessions as a file for spreadsheets, newest first",
    description: `${readers} The filters are those of the list. With \`workflowTemplateId\` each question that the template asks, or asked in sessions that there are, has a column \`submission.<key>\`; without it the column \`submission\` holds all answers as JSON. RFC 4180 in UTF-8, with a byte-order mark, because spreadsheet programs take it for another encoding otherwise. A text that one of them would run as a formula (it begins with =, +, -, @, a tab or a carriage return) has an apostrophe before it; numbers have none. The file is sent as it is read, two hundred sessions at a time: one that is changed meanwhile is in it as it was when its turn came. An answer that breaks off is not whole.`,
    query: ExportSessions,
    success: [200, Type.String(), "The file"],
    media: "text/csv",
    refusals: ["forbidden", "not_found"],
  },
  getFile: {
    method: "GET",
    path: "/api/v1/screening_files/:id",
    operationId: "getScreeningFile",
    summary: "A file that a prospect uploaded as an answer",
    description: `${readers} Its id, name, size and media type are in the submission. It is sent as bytes to be saved: no browser shows it or runs what is in it.`,
    params: FileId,
    success: [200, Type.Unsafe<Buffer>({ type: "string", format: "binary" }), "The file"],
    media: "application/octet-stream",
    refusals: ["forbidden", "not_found"],
  },
} as const;

export const queueStream = {
  watchQueue: {
    path: "/api/events/screening/events",
    operationId: "watchScreeningQueue",
    summary: "A stream of what reviewers wait for",
    description: `${readers} \`queue-update\` says that a session was started, finished, decided, erased, or ended without a review: \`{eventId, type, sessionId, workflowTemplateId, version, occurredAt}\`, and \`reviewStatus\` of a decision. It has no names and no answers: read again what you show. \`ping\`, \`resync\` and \`revoked\` are as in GET /api/events/mentorships/{id}/events.`,
    refusals: ["forbidden"],
  },
} as const;
