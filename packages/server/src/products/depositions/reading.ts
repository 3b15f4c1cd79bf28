import { badInput } from "#kernel/errors.ts";
import { normaliseSlug } from "#kernel/slug.ts";
import { languageTag } from "./language.ts";
import type { CancelSession, RequestSession, UpdateSession } from "./schema.ts";
import { type LocalStart, resolveStart, zoneRules } from "./start.ts";
import type { Session } from "./store.ts";

/** What a request says by itself, before anything is looked up or decided. */
type Requested = Omit<
  Session,
  | "id"
  | "state"
  | "remoteSessionId"
  | "invites"
  | "notice"
  | "meeting"
  | "cancelationRequestedAt"
  | "cancelWithoutEmail"
  | "version"
  | "createdAt"
  | "updatedAt"
>;

/** A scheduling request as the domain has it, with the documented defaults; empty texts are none given. */
export function readRequest({ session_request: request }: RequestSession): Requested {
  const { deponent, remote_session: session, session_details: details = {} } = request;
  const { languages = "" } = details;
  const list = (typeof languages === "string" ? [languages] : languages).filter((one) => one !== "");
  return {
    title: session.title,
    requestedSessionId: readWantedId(session.remote_session_id),
    caseName: session.case || null,
    ...readStart(session.start_date, session.start_time, session.time_zone),
    estimatedDuration: session.estimated_duration ?? 1.25,
    sessionType: details.session_type || "remote_deposition",
    deponentName: deponent.name,
    deponentEmail: deponent.email,
    deponentRole: deponent.role || "deponent",
    language: languageTag(list[0] ?? ""),
    languages: list.join(", ") || null,
    interpreter: details.interpreter || null,
    additionalDetails: details.additional_details || null,
    preferredManager: details.preferred_manager || null,
    videoProvider: details.video_provider || null,
  };
}

/** The remote_session_id that was asked for, in the form in which it is taken; null when none was. */
export const readWantedId = (given: string | undefined): string | null =>
  given === undefined ? null : normaliseSlug(given);

type Changes = Partial<ReturnType<typeof readStart>> & Pick<Partial<Session>, "title">;

/** What an update changes, from whichever of its two shapes, and the invites that it wants. */
export function readUpdate(update: UpdateSession) {
  const { remote_session: alone, session_request: whole } = update;
  const { title, start_date, start_time, time_zone } = alone ?? whole?.remote_session ?? {};
  const changes: Changes = {};
  if (title !== undefined) changes.title = title;
  if (start_date !== undefined && start_time !== undefined && time_zone !== undefined) {
    Object.assign(changes, readStart(start_date, start_time, time_zone));
  }
  return { changes, invites: alone?.invites ?? whole?.invites };
}

/** Whether nobody is to be written to, said in the query or in the body; undefined when neither says. */
export function readSilence(query: CancelSession, body: CancelSession): boolean | undefined {
  const said = [query.cancel_without_email, body.cancel_without_email].filter((one) => one !== undefined);
  return said.length === 0 ? undefined : said.includes(true);
}

/** A local start with its instant. That it has one was checked with the rest of the body. */
function readStart(startDate: string, startTime: string, timeZone: string) {
  const start: LocalStart = { startDate, startTime, timeZone };
  const resolution = resolveStart(start);
  if (resolution.ok) return { ...start, startsAt: resolution.instant, zoneRules };
  const faults = resolution.faults.map(({ member, detail }) => ({ pointer: `/${member}`, detail }));
  throw badInput("unprocessable", faults);
}
