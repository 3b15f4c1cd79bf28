import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { Session } from "./store.ts";

/** Writes where the recording of a session is. Null when it is written there already, or there is no such session. */
export const setRecordingUrl = (
  tx: Transaction,
  organizationId: string,
  sessionId: string,
  url: string,
  now: Date,
): Promise<Pick<Session, "version" | "status" | "calendarSequence"> | null> =>
  tx.first(sql`
    update live_sessions set recording_url = ${url}, version = version + 1, updated_at = ${now}
    where organization_id = ${organizationId} and id = ${sessionId} and recording_url is distinct from ${url}
    returning version, status, calendar_sequence as "calendarSequence"`);

/** Writes the id of a session's call at Stream. Null when it has one already. */
export const setStreamCall = (
  tx: Transaction,
  organizationId: string,
  sessionId: string,
  callId: string,
  now: Date,
): Promise<Pick<Session, "version" | "status" | "calendarSequence"> | null> =>
  tx.first(sql`
    update live_sessions set stream_call_id = ${callId}, version = version + 1, updated_at = ${now}
    where organization_id = ${organizationId} and id = ${sessionId} and stream_call_id is null
    returning version, status, calendar_sequence as "calendarSequence"`);
