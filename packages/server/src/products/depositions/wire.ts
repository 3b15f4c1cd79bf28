import { confirmFaults, requestFaults, updateFaults } from "./faults.ts";
import { SessionRecordings } from "./recordings-schema.ts";
import {
  CancelQuery,
  CancelSession,
  ConfirmSession,
  DeclineSession,
  ListSessions,
  OneSession,
  PageOfSessions,
  RemoteSessionId,
  RequestSession,
  SessionId,
  UpdateSession,
} from "./schema.ts";

const readers = "Role Coach and up, or a key with `depositions:read`.";
const writers = "Role Coach and up, or a key with `depositions:write`.";
const staff = "PlatformAdmin only, never a key.";
const invitations =
  "As soon as the session is scheduled, and never before, everybody on the list, the deponent included, gets an e-mail with its details, how to join, and an invitation for their calendar; reminders follow 24 hours and 15 minutes before the start. Whoever is a member is told the time in their own zone too.";

/** What both documented paths of scheduling share: the text names one, every example calls the other. */
const requestSession = {
  method: "POST",
  description: `${writers} With self-service the session is scheduled at once; without it, the request is stored as \`initial\`, without session_url and remote_session_id, until our staff confirm or decline it. A remote_session_id that is taken answers 409. \`zoom_meeting\` answers its join details in provider_specific_details; other providers and our own rooms have none yet. ${invitations} While a request waits, whoever asked and our staff are told by e-mail, and nobody is invited.`,
  body: RequestSession,
  bodyFaults: requestFaults,
  success: [201, OneSession],
  refusals: ["forbidden", "remote_session_id_taken", "provider_refused", "provider_unavailable"],
} as const;

/** What both ways of cancelling share: by the remote_session_id, and by the request's id. */
const cancelSession = {
  description: `${writers} With self-service, or by PlatformAdmin, the session is cancelled and its remote_session_id free for others: from then on session_url and provider_specific_details are null, and remote_session_id stays for the record; its meeting at Zoom is removed in a moment. Without self-service cancelation_requested is set, and our staff cancel or decline. A request that is \`initial\` is withdrawn at once. cancel_without_email counts in the query and in the body, and true in either is true. Cancelling or asking again answers 200 without telling anybody again. A completed session: 422. Everybody who is invited gets an e-mail that takes the session out of their calendar, and so does whoever had asked for it to be cancelled, unless cancel_without_email is true; our staff are told of every wish that waits for them. A request that is withdrawn is told to nobody.`,
  query: CancelQuery,
  body: CancelSession,
  bodyOptional: true,
  success: [200, OneSession],
  refusals: ["not_found", "forbidden", "refused_transition"],
} as const;

export const wire = {
  requestSession: {
    ...requestSession,
    path: "/api/v1/session_requests",
    operationId: "requestDeposition",
    summary: "Schedule a session, or ask for one",
  },
  requestSessionByAlias: {
    ...requestSession,
    path: "/api/v1/sessions",
    operationId: "requestDepositionSession",
    summary: "Schedule a session, or ask for one (the same as POST /api/v1/session_requests)",
  },
  listSessions: {
    method: "GET",
    path: "/api/v1/session_requests",
    operationId: "listSessionRequests",
    summary: "List the organization's sessions and requests, newest first",
    description: `${readers} Those that are canceled are listed too. A page beyond the last is empty. \`case\` and \`remote_session_id\` are compared as they are written.`,
    query: ListSessions,
    success: [200, PageOfSessions],
    refusals: ["forbidden"],
  },
  getSession: {
    method: "GET",
    path: "/api/v1/session_requests/:id",
    operationId: "getSessionRequest",
    summary: "One session or request",
    description: `${readers} The id is that of the request, in whatever state it is. A scheduled session is \`active\` once a host is in its room, and \`completed\` when it ends there: when a host ends it, when its provider says after the planned end that nobody is there any more (until then they may come back), or when its time has passed and everybody has left.`,
    params: SessionId,
    success: [200, OneSession],
    refusals: ["not_found", "forbidden"],
  },
  confirmSession: {
    method: "POST",
    path: "/api/v1/session_requests/:id/confirm",
    operationId: "confirmSessionRequest",
    summary: "Schedule a session that was asked for",
    description: `${staff} The meeting of a \`zoom_meeting\` is made as when scheduling at once; while another confirmation is making it, 409. Without a body the remote_session_id is the one asked for, else made from the title; the body may name another. Who was to be a host is one if they are a member by now, and \`notice\` names those who still are not. Anything but an \`initial\` request answers 422, so of several confirmations one succeeds. ${invitations} Whoever asked for the session is told as well, unless they are invited.`,
    params: SessionId,
    body: ConfirmSession,
    bodyOptional: true,
    bodyFaults: confirmFaults,
    success: [200, OneSession],
    refusals: [
      "not_found",
      "forbidden",
      "conflict",
      "refused_transition",
      "remote_session_id_taken",
      "provider_refused",
      "provider_unavailable",
    ],
  },
  declineSession: {
    method: "POST",
    path: "/api/v1/session_requests/:id/decline",
    operationId: "declineSessionRequest",
    summary: "Decline what was asked for: a session, or its cancelation",
    description: `${staff} An \`initial\` request becomes \`canceled\`. Where cancelling a session was asked for, the session stays and cancelation_requested is null again. The reason is shown as \`notice\`, and told by e-mail to whoever asked, if that was a person who still belongs to the organization. Where nothing is asked for: 422.`,
    params: SessionId,
    body: DeclineSession,
    success: [200, OneSession],
    refusals: ["not_found", "forbidden", "refused_transition"],
  },
  cancelRequest: {
    ...cancelSession,
    method: "POST",
    path: "/api/v1/session_requests/:id/cancel",
    operationId: "cancelSessionRequest",
    summary: "Withdraw a request, cancel a session, or ask for it",
    params: SessionId,
  },
  updateSession: {
    method: "PATCH",
    path: "/api/v1/sessions/:id",
    operationId: "updateDepositionSession",
    summary: "Change title, start or invites of a scheduled session",
    description: `${writers} The body is \`remote_session\` with \`invites\` in it, or \`session_request\` as when scheduling. start_date, start_time and time_zone change together. \`invites\` replaces the list; the deponent stays on it. The remote_session_id never changes. A meeting at Zoom is changed with it, in a moment. An \`active\` session keeps its start; one that is over cannot be changed (422). One update is one e-mail to each whom it concerns, with an update for their calendar: a new start, title or wording to everybody; of the list alone, an invitation to those who are added, a cancellation to those who are taken off, and their new role to those whose access level changed.`,
    params: RemoteSessionId,
    body: UpdateSession,
    bodyFaults: updateFaults,
    success: [200, OneSession],
    refusals: ["not_found", "forbidden", "refused_transition"],
  },
  cancelSession: {
    ...cancelSession,
    method: "PATCH",
    path: "/api/v1/sessions/:id/cancel",
    operationId: "cancelDepositionSession",
    summary: "Cancel a session, or ask for it",
    params: RemoteSessionId,
  },
  listRecordings: {
    method: "GET",
    path: "/api/v1/sessions/:id/recordings",
    operationId: "listDepositionRecordings",
    summary: "What is on the record of a session: its recordings, with links to fetch them",
    description: `${readers} Each stretch on the record is one recording, with the times between which it was made, and a file for each coming of a participant (camera and microphone) and one for a screen that was shared. The manifest holds the SHA-256 of every file, and of the manifest before it. Links are good for an hour, for whoever has them, and take Range requests. A session in whose room nothing was recorded has none; a cancelled session's stay listed.`,
    params: RemoteSessionId,
    success: [200, SessionRecordings],
    refusals: ["not_found", "forbidden"],
  },
} as const;
