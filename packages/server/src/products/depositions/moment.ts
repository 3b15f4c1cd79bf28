import type { FollowedEvent } from "#events/follow.ts";
import type { Reader } from "#identity/index.ts";
import type { Invite, Session } from "./store.ts";

/** Somebody who is or was invited, as they are known when they are written to. */
export interface Guest extends Invite {
  /** How they are addressed; null where no name is known. */
  name: string | null;
  /** The member whose address it is. */
  member: Reader | null;
}

/** All that is known of a session whose people are told something. */
export interface Told {
  session: Session;
  organizationName: string;
  publicUrl: string;
  /** A page's address as a guest gets it, who has no account: with their invitation, which is a secret of theirs. */
  linkFor(page: string, invitationId: string): string;
  /** Everybody who was ever invited. */
  everInvited: readonly Guest[];
  /** Its events of `historyTypes`, all that there are. */
  history: readonly FollowedEvent[];
  /** Who made them, where it was a person who may still know of it. */
  authors: ReadonlyMap<string, Reader>;
}

/** The session as it was right after one of its events, however late that event is told. */
export interface Moment extends Told {
  event: FollowedEvent;
  startsAt: Date;
  /** How often the calendar object had been revised: moved, called off, or called off for somebody. */
  sequence: number;
  /** Who was invited. */
  guests: readonly Guest[];
}

/** Events without which nobody could say what was true at an earlier one. */
export const historyTypes = [
  "depositions.session.requested",
  "depositions.session.scheduled",
  "depositions.session.edited",
  "depositions.session.rescheduled",
  "depositions.session.invites_changed",
  "depositions.session.cancelation_requested",
  "depositions.session.cancelled",
] as const;
type HistoryType = (typeof historyTypes)[number];

/** The session right after an event. Names and wording are today's: events keep neither. */
export function momentAt(told: Told, event: FollowedEvent): Moment {
  const { everInvited, history } = told;
  const { version } = event;
  const addedAt = versionsOf(history, "added");
  const removedAt = versionsOf(history, "removed");
  const guests = everInvited.filter(
    ({ id }) =>
      (addedAt.get(id) ?? 0) <= version && (removedAt.get(id) ?? Number.POSITIVE_INFINITY) > version,
  );
  return { ...told, event, guests, startsAt: startAt(told, version), sequence: sequenceAt(told, version) };
}

/** The event of a type that came last before, or is, one of this version. */
export const lastOf = (
  { history }: Pick<Told, "history">,
  type: HistoryType,
  version = Number.POSITIVE_INFINITY,
): FollowedEvent | undefined => history.findLast((event) => event.type === type && event.version <= version);

/** At which version each invite came to the list, or left it. One that comes back is a new invite. */
const versionsOf = (history: Told["history"], list: "added" | "removed"): Map<string, number> =>
  new Map(
    history
      .filter((event) => event.type === "depositions.session.invites_changed")
      .flatMap(({ payload, version }) => payload[list].map((id) => [id, version] as const)),
  );

function startAt({ session, history }: Told, version: number): Date {
  const moves = history.filter((event) => event.type === "depositions.session.rescheduled");
  const last = moves.findLast((move) => move.version <= version);
  if (last) return new Date(last.payload.to);
  const next = moves.find((move) => move.version > version);
  return next ? new Date(next.payload.from) : session.startsAt;
}

/** RFC 5546, 2.1.4: raised with the time or place, and with every cancellation, also of one attendee's part. */
export function sequenceAt(told: Pick<Told, "history">, version: number): number {
  const scheduled = lastOf(told, "depositions.session.scheduled")?.version ?? version;
  const revisions = told.history.filter(isRevision).map((event) => event.version);
  return new Set(revisions.filter((revision) => revision > scheduled && revision <= version)).size;
}

const isRevision = (event: FollowedEvent): boolean =>
  event.type === "depositions.session.rescheduled" ||
  event.type === "depositions.session.cancelled" ||
  (event.type === "depositions.session.invites_changed" && event.payload.removed.length > 0);
