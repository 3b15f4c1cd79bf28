import type { Transaction } from "#database/tenancy.ts";
import { findReaders } from "#identity/index.ts";
import { type Actor, isPerson } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { isUuid } from "#kernel/ids.ts";
import { providerOf } from "#rooms/accounts/index.ts";
import { keyOf } from "#rooms/key.ts";
import type { ProviderName } from "#rooms/provider-port.ts";
import type { Entrant, RoomRole, RoomSubject, RoomsOfProduct, SubjectState } from "#rooms/subject.ts";
import type { SessionStatus } from "./lifecycle.ts";
import { followRoom } from "./operations/follow-room.ts";
import { keepRecording } from "./operations/keep-recording.ts";
import { mayManage } from "./policy.ts";
import { findPlace } from "./queue-store.ts";
import { findRegistration, listRegistrants } from "./registration-store.ts";
import { findHost, readSession, type Session } from "./store.ts";

/** Up to so many seats, all who have one are seen and heard; in larger sessions they watch. */
const mostTalking = 12;

/** How many of those who have a seat are listed as expected. */
const mostExpected = 1_000;

/**
 * The host (the member whom host_id names, else the creator), the creator, and Manager and up host. Who has a seat
 * comes in as soon as the session is live; in office hours, when they are called.
 */
export const liveRooms: RoomsOfProduct = {
  product: "live",
  begins: "when_told",
  async read(tx, organizationId, sessionId) {
    const session = isUuid(sessionId) ? await readSession(tx, organizationId, sessionId) : null;
    if (!session) return null;
    return subjectOf(organizationId, session, await providerOf(tx, organizationId, "live", sessionId));
  },
  find: (tx, organizationId, pathId) => liveRooms.read(tx, organizationId, pathId),
  async recognise(tx, { organizationId, sessionId }, actor) {
    const session = await readSession(tx, organizationId, sessionId);
    const isHost = session !== null && (await hosts(tx, organizationId, session, actor));
    if (!session || !(isHost || (await hasSeat(tx, organizationId, sessionId, actor)))) {
      throw refuse("forbidden", "you have no seat in this session; register first");
    }
    const [reader] = await findReaders(tx, [actor.id]);
    const who = { key: keyOf.person(actor.id), name: reader?.name ?? null, ahead: null };
    if (isHost) return { ...who, role: "host", enters: "at_once" };
    const role = guestRole(session);
    if (session.kind !== "office_hours") return { ...who, role, enters: "when_running" };
    const place = await findPlace(tx, organizationId, sessionId, actor.id);
    if (place.status === "called") return { ...who, role, enters: "at_once" };
    return { ...who, role, enters: "when_called", ahead: place.position && place.position - 1 };
  },
  async expected(tx, { organizationId, sessionId }) {
    const session = await readSession(tx, organizationId, sessionId);
    return session ? listExpected(tx, organizationId, session) : [];
  },
  began: (tx, subject, course) => followRoom(tx, subject, "live", course),
  ended: (tx, subject, course) => followRoom(tx, subject, "ended", course),
  recorded: (tx, subject, url, now) => keepRecording(tx, subject, url, now),
};

const hosts = async (
  tx: Transaction,
  organizationId: string,
  session: Session,
  actor: Actor,
): Promise<boolean> =>
  mayManage(actor, session) ||
  (isPerson(actor) && (await findHost(tx, organizationId, session)) === actor.id);

async function hasSeat(
  tx: Transaction,
  organizationId: string,
  sessionId: string,
  { id }: Actor,
): Promise<boolean> {
  const registration = await findRegistration(tx, organizationId, sessionId, id);
  return registration?.status === "registered";
}

const guestRole = ({ kind, maxParticipants }: Session): RoomRole =>
  kind === "office_hours" || maxParticipants <= mostTalking ? "participant" : "viewer";

async function listExpected(
  tx: Transaction,
  organizationId: string,
  session: Session,
): Promise<Pick<Entrant, "key" | "name" | "role">[]> {
  const hostId = await findHost(tx, organizationId, session);
  const page = { before: session.version + 1, after: "", limit: mostExpected };
  const seats = (await listRegistrants(tx, organizationId, session.id, page))
    .filter(({ status, personId }) => status === "registered" && personId !== hostId)
    .map(({ personId }) => personId);
  const ids = hostId === null ? seats : [hostId, ...seats];
  const readers = new Map((await findReaders(tx, ids)).map(({ id, name }) => [id, name]));
  return ids.map((id) => ({
    key: keyOf.person(id),
    name: readers.get(id) ?? null,
    role: id === hostId ? "host" : guestRole(session),
  }));
}

const stateOf: Record<SessionStatus, SubjectState> = {
  scheduled: "ahead",
  live: "running",
  ended: "over",
  cancelled: "canceled",
};

const subjectOf = (organizationId: string, session: Session, provider: ProviderName): RoomSubject => ({
  ...{ organizationId, product: "live", sessionId: session.id, pathId: session.id, title: session.title },
  ...{ startsAt: session.scheduledAt, endsAt: null, timeZone: null, state: stateOf[session.status] },
  provider,
  reference: provider === "stream" ? session.streamCallId : null,
  ...{ mayBeRecorded: true, hasRecord: false, hasReactions: false },
});
