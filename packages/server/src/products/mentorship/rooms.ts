import { findReaders } from "#identity/index.ts";
import { minutes, plus } from "#kernel/clock.ts";
import { refuse } from "#kernel/errors.ts";
import { isUuid } from "#kernel/ids.ts";
import { providerOf } from "#rooms/accounts/index.ts";
import { keyOf } from "#rooms/key.ts";
import type { ProviderName } from "#rooms/provider-port.ts";
import type { Entrant, RoomSubject, RoomsOfProduct, SubjectState } from "#rooms/subject.ts";
import type { SessionStatus } from "./lifecycle.ts";
import { completeSession } from "./operations/complete-session.ts";
import { mayView } from "./policy.ts";
import { findSession, type Participant, type Session } from "./store.ts";

/**
 * Calls of a mentorship: the coach hosts, the teacher enters at once, and Manager and up may look in. A call in which
 * both have been is completed when it ends; any other is left to be missed.
 */
export const mentorshipRooms: RoomsOfProduct = {
  product: "mentorship",
  begins: "with_host",
  async read(tx, organizationId, sessionId) {
    const session = isUuid(sessionId) ? await findSession(tx, organizationId, sessionId) : null;
    if (!session) return null;
    return subjectOf(organizationId, session, await providerOf(tx, organizationId, "mentorship", sessionId));
  },
  find: (tx, organizationId, pathId) => mentorshipRooms.read(tx, organizationId, pathId),
  async recognise(tx, { organizationId, sessionId }, actor) {
    const session = await findSession(tx, organizationId, sessionId);
    if (!session || !mayView(actor, session.mentorship)) {
      throw refuse("forbidden", "you take no part in this mentorship");
    }
    const key = keyOf.person(actor.id);
    const own = peopleOf(session).find((person) => person.key === key);
    if (own) return { ...own, enters: "at_once", ahead: null };
    const [reader] = await findReaders(tx, [actor.id]);
    return { key, name: reader?.name ?? null, role: "participant", enters: "at_once", ahead: null };
  },
  async expected(tx, { organizationId, sessionId }) {
    const session = await findSession(tx, organizationId, sessionId);
    return session ? peopleOf(session) : [];
  },
  // A call has no status of its own while it is held.
  async began() {},
  async ended(tx, { organizationId, sessionId }, course) {
    await completeSession(tx, { organizationId, sessionId }, course);
  },
};

const peopleOf = ({ coach, teacher }: Session): Pick<Entrant, "key" | "name" | "role">[] => [
  { key: keyOf.person(coach.id), name: nameOf(coach), role: "host" },
  { key: keyOf.person(teacher.id), name: nameOf(teacher), role: "participant" },
];

const nameOf = ({ firstName, lastName }: Participant): string => `${firstName} ${lastName}`;

const stateOf: Record<SessionStatus, SubjectState> = {
  scheduled: "ahead",
  confirmed: "ahead",
  completed: "over",
  missed: "over",
  cancelled: "canceled",
};

const subjectOf = (organizationId: string, session: Session, provider: ProviderName): RoomSubject => ({
  organizationId,
  product: "mentorship",
  sessionId: session.id,
  pathId: session.id,
  title: `${nameOf(session.coach)} and ${nameOf(session.teacher)}`,
  startsAt: session.scheduledAt,
  endsAt: plus(session.scheduledAt, minutes(session.durationMinutes)),
  timeZone: session.timezone,
  state: stateOf[session.status],
  provider,
  // The channel that the call's own tokens are for.
  reference: provider === "agora" ? session.agoraChannel : null,
  mayBeRecorded: false,
  hasRecord: false,
  hasReactions: true,
});
