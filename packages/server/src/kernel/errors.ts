/**
 * The one catalogue of refusals: code → HTTP status and title. A client branches on `code`; a person reads
 * `title` and `detail`. What only operators may see goes into `internal`, which is logged and never sent.
 */
export const catalogue = {
  invalid_request: { status: 400, title: "The request is not valid" },
  malformed_json: { status: 400, title: "The body is not JSON" },
  no_organization_context: { status: 400, title: "No organization context" },
  invalid_idempotency_key: { status: 400, title: "The Idempotency-Key header is not valid" },
  unauthenticated: { status: 401, title: "A valid credential is required" },
  wrong_password: { status: 401, title: "The e-mail address or the password is wrong" },
  forbidden: { status: 403, title: "You may not do this" },
  insufficient_scope: { status: 403, title: "The API key lacks the scope" },
  not_a_member: { status: 403, title: "You are not a member of this organization" },
  foreign_origin: { status: 403, title: "Requests with a sign-in cookie must come from this site" },
  room_removed: { status: 403, title: "You were removed from the room" },
  invitation_invalid: { status: 403, title: "The invitation is not valid" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "This path does not know the method" },
  request_timeout: { status: 408, title: "The request took too long to arrive" },
  conflict: { status: 409, title: "The request conflicts with the present state" },
  session_too_close: { status: 409, title: "A session already exists within 15 minutes of this time" },
  remote_session_id_taken: { status: 409, title: "The remote_session_id is taken" },
  already_reviewed: { status: 409, title: "The session has already been reviewed" },
  already_registered: { status: 409, title: "Already registered" },
  already_exists: { status: 409, title: "It exists already" },
  no_provider_account: { status: 409, title: "There is no account with this video provider" },
  plan_limit: { status: 409, title: "The plan allows no more" },
  request_in_progress: { status: 409, title: "A request with this Idempotency-Key is still running" },
  recording_not_allowed: { status: 403, title: "This session may not be recorded" },
  recording_running: { status: 409, title: "The room is being recorded already" },
  room_not_open: { status: 409, title: "The room is not open yet" },
  room_over: { status: 410, title: "The session is over" },
  room_canceled: { status: 410, title: "The session was canceled" },
  session_full: { status: 412, title: "The session is full" },
  session_not_open: { status: 412, title: "The session does not allow this in its present status" },
  body_too_large: { status: 413, title: "The body is too large" },
  unsupported_media_type: { status: 415, title: "The body must be JSON" },
  unprocessable: { status: 422, title: "The request cannot be processed" },
  proof_refused: { status: 422, title: "The proof of work is not accepted" },
  refused_transition: { status: 422, title: "The status does not allow this change" },
  mentorship_not_active: { status: 422, title: "The mentorship is not active" },
  no_agora_channel: { status: 422, title: "The session has no Agora channel" },
  not_completed: { status: 422, title: "The session is not completed" },
  idempotency_key_reused: { status: 422, title: "The Idempotency-Key was used with another request" },
  too_many_requests: { status: 429, title: "Too many requests" },
  headers_too_large: { status: 431, title: "The request's headers are too large" },
  internal_error: { status: 500, title: "Something went wrong on our side" },
  provider_refused: { status: 502, title: "The video provider refused" },
  provider_unavailable: { status: 503, title: "The video provider cannot be reached at the moment" },
  unavailable: { status: 503, title: "The server cannot answer at the moment" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof catalogue;

/** One bad member of the input: `pointer` is an RFC 6901 JSON pointer into the body, or `?name` for a query parameter. */
export interface FieldError {
  pointer: string;
  detail: string;
}

interface Particulars {
  /** What exactly went wrong this time, for the caller to read. */
  detail?: string;
  /** Every bad member of the input at once. */
  errors?: readonly FieldError[];
  /** Seconds after which it is worth another try. */
  retryAfter?: number;
  /** For the log only. */
  internal?: string;
  cause?: unknown;
}

/** A refusal from the catalogue. Everything that is not one is an unknown fault and answers 500. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfter: number | undefined;
  readonly internal: string | undefined;

  constructor(code: ErrorCode, particulars: Particulars = {}) {
    super(particulars.detail ?? catalogue[code].title, { cause: particulars.cause });
    this.name = "Refusal";
    this.code = code;
    this.status = catalogue[code].status;
    this.title = catalogue[code].title;
    this.detail = particulars.detail;
    this.errors = particulars.errors;
    this.retryAfter = particulars.retryAfter;
    this.internal = particulars.internal;
  }
}

/** Refuses with a sentence of detail. */
export const refuse = (code: ErrorCode, detail?: string): Refusal => new Refusal(code, { detail });

/** The one answer for what does not exist and for what is another organization's. */
export const notFound = (what: string): Refusal => refuse("not_found", `${what} not found`);

/**
 * Bad input found by a rule that no schema can state, naming every bad member. `code` is the product's own
 * answer to bad input: `invalid_request` (400) or `unprocessable` (422).
 */
export const badInput = (code: "invalid_request" | "unprocessable", errors: readonly FieldError[]): Refusal =>
  new Refusal(code, { errors, detail: errors.map((e) => `${e.pointer} ${e.detail}`.trimStart()).join("; ") });
