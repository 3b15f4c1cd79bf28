import type { Statements } from "#database/tenancy.ts";
import { findReaders } from "#identity/index.ts";
import { isAtLeast } from "#kernel/actor.ts";
import { hours, plus } from "#kernel/clock.ts";
import { emailKey } from "#kernel/email.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { keyOf } from "#rooms/key.ts";
import type { ProviderName } from "#rooms/provider-port.ts";
import type { Entrant, RoomSubject, RoomsOfProduct, SubjectState } from "#rooms/subject.ts";
import { ianaZoneOf } from "./details.ts";
import { recogniseInvites } from "./guests.ts";
import { findRemoteSession, organizationOfInvite } from "./guests-store.ts";
import type { SessionState } from "./lifecycle.ts";
import { followRoom } from "./operations/follow-room.ts";
import { mayUse } from "./policy.ts";
import { findSession, type Session } from "./store.ts";

/**
 * Hosts are those who are invited as such, being members, and Manager and up; they enter at once. Everybody else who is
 * invited, and who else may see the organization's depositions, waits until a host admits them.
 */
export const depositionRooms: RoomsOfProduct = {
  product: "depositions",
  begins: "with_host",
  async find(tx, organizationId, pathId) {
    const session = await findRemoteSession(tx, organizationId, pathId);
    return session && subjectOf(organizationId, session);
  },
  async read(tx, organizationId, sessionId) {
    const session = await findSession(tx, organizationId, sessionId);
    return session && subjectOf(organizationId, session);
  },
  async recognise(tx, { organizationId, sessionId }, actor) {
    const session = await requireSession(tx, organizationId, sessionId);
    const [reader] = await findReaders(tx, [actor.id]);
    const invite = reader && session.invites.find(({ email }) => emailKey(email) === emailKey(reader.email));
    if (!invite && !mayUse(actor)) throw refuse("forbidden", "you are not invited to this session");
    const isHost = invite?.accessLevel === "host" || isAtLeast(actor, "Manager");
    const known = entrant(keyOf.person(actor.id), reader?.name ?? null, isHost);
    return { ...known, otherKey: invite ? keyOf.invitation(invite.id) : null };
  },
  async expected(tx, { organizationId, sessionId }) {
    const session = await requireSession(tx, organizationId, sessionId);
    const guests = await recogniseInvites(tx, organizationId, session, session.invites);
    return guests.map(({ id, member, name, accessLevel }) =>
      member
        ? entrant(keyOf.person(member.id), member.name, accessLevel === "host")
        : entrant(keyOf.invitation(id), name, false),
    );
  },
  organizationOfInvitation: organizationOfInvite,
  async recogniseGuest(tx, { organizationId, sessionId, state }, invitationId) {
    const session = await findSession(tx, organizationId, sessionId);
    const invite = session?.invites.find(({ id }) => id === invitationId);
    if (!session || !invite || state === "canceled") return null;
    const [guest] = await recogniseInvites(tx, organizationId, session, [invite]);
    // Nobody hosts by a link: who is to host is a member, and signs in.
    const known = entrant(keyOf.invitation(invite.id), guest?.name ?? null, false);
    return { ...known, otherKey: guest?.member ? keyOf.person(guest.member.id) : null };
  },
  began: (tx, subject, course) => followRoom(tx, subject, "active", course),
  ended: (tx, subject, course) => followRoom(tx, subject, "completed", course),
};

const entrant = (key: string, name: string | null, isHost: boolean): Entrant => ({
  ...{ key, name, role: isHost ? "host" : "participant" },
  ...{ enters: isHost ? "at_once" : "when_admitted", ahead: null },
});

async function requireSession(tx: Statements, organizationId: string, sessionId: string): Promise<Session> {
  const session = await findSession(tx, organizationId, sessionId);
  if (!session) throw notFound("session");
  return session;
}

const stateOf: Record<Exclude<SessionState, "initial">, SubjectState> = {
  scheduled: "ahead",
  active: "running",
  completed: "over",
  canceled: "canceled",
};

/** Its own rooms where nobody else's are asked for. */
const providerOf: Partial<Record<string, ProviderName>> = {
  zoom_meeting: "zoom",
  agora: "agora",
  livekit: "livekit",
  stream: "stream",
};

/** Null for one that is only asked for, and for one that was called off before it had a page. */
function subjectOf(organizationId: string, session: Session): RoomSubject | null {
  const { id, state, remoteSessionId: pathId, startsAt, meeting } = session;
  if (state === "initial" || pathId === null) return null;
  return {
    ...{ organizationId, product: "depositions", sessionId: String(id), pathId, title: session.title },
    ...{ startsAt, endsAt: plus(startsAt, hours(session.estimatedDuration)) },
    ...{ timeZone: ianaZoneOf(session), state: stateOf[state] },
    provider: providerOf[session.videoProvider ?? ""] ?? "built_in",
    reference: meeting ? String(meeting.meetingId) : null,
    join: meeting && { provider: "zoom", ...meeting },
    ...{ mayBeRecorded: true, hasRecord: true, hasReactions: false },
  };
}
