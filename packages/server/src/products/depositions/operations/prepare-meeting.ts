import type { Database, Transaction } from "#database/tenancy.ts";
import type { Actor } from "#kernel/actor.ts";
import { Refusal, refuse } from "#kernel/errors.ts";
import type { Meeting, MeetingAttempt, VideoProvider, VideoProviders } from "#rooms/video-provider.ts";
import {
  type HeldIntent,
  holdIntent,
  letGo,
  type RepeatableRequest,
  recordMeeting,
  type SessionToBe,
} from "../meeting-intents.ts";
import type { IntentHold } from "../meeting-intents-store.ts";
import { meetingRequestFor } from "../meeting-request.ts";
import { isStaff, mayUse } from "../policy.ts";
import { readRequest, readWantedId } from "../reading.ts";
import { needsMeeting } from "../scheduling.ts";
import type { ConfirmSession, RequestSession } from "../schema.ts";
import { findSession, lockSession } from "../store.ts";

/** Who makes the meeting, for whom, and whether the session is still to have one once nobody else can schedule it. */
interface Preparations {
  zoom: VideoProviders;
  preparing: Preparing;
  isWanted(tx: Transaction): Promise<boolean>;
}

/** What is there before the transaction that schedules: the slug and the meeting, or why there are none. */
export type Prepared =
  | { hold: IntentHold; sessionId: number; remoteSessionId: string }
  | { refusal: Refusal };

/** A request before its transaction. */
export interface Preparing {
  database: Database;
  now: Date;
  actor: Actor | null;
  repeatable: RepeatableRequest | null;
}

/** The meeting of a session that is to be scheduled at once; null where there is none to make, or nothing to do. */
export async function prepareRequest(
  zoom: VideoProviders,
  preparing: Preparing,
  input: RequestSession,
): Promise<Prepared | null> {
  const { actor } = preparing;
  if (!actor?.selfService || !mayUse(actor)) return null;
  const request = readRequest(input);
  if (!needsMeeting(request)) return null;
  const { organizationId } = actor;
  const { title, requestedSessionId: wanted } = request;
  const session = { organizationId, sessionId: null, title, wanted };
  const isWanted = async () => true;
  return prepareMeeting({ zoom, preparing, isWanted }, session, meetingRequestFor(request));
}

/** The meeting of a session that was asked for and is to be confirmed; what speaks against that is judged later. */
export async function prepareConfirmation(
  zoom: VideoProviders,
  preparing: Preparing,
  id: string,
  input: ConfirmSession,
): Promise<Prepared | null> {
  const { actor, database } = preparing;
  if (!actor || !isStaff(actor)) return null;
  const { organizationId } = actor;
  const asked = await database.asTenant(organizationId, (tx) => findSession(tx, organizationId, id));
  if (asked?.state !== "initial" || !needsMeeting(asked)) return null;
  const wanted = readWantedId(input.remote_session_id) ?? asked.requestedSessionId;
  const session = { organizationId, sessionId: asked.id, title: asked.title, wanted };
  // Somebody else may have confirmed it since: then it has its slug, and its meeting.
  const isWanted = async (tx: Transaction) =>
    (await lockSession(tx, organizationId, id))?.state === "initial";
  return prepareMeeting({ zoom, preparing, isWanted }, session, meetingRequestFor(asked));
}

/** Afterwards: what became no session is free again. */
export async function letGoOfMeeting(
  { database, now }: Pick<Preparing, "database" | "now">,
  prepared: Prepared | null,
): Promise<void> {
  if (!prepared || "refusal" in prepared) return;
  const { hold } = prepared;
  await database.asTenant(hold.organizationId, (tx) => letGo(tx, hold, { mayExist: false }, now));
}

/**
 * Writes down what is about to be made, has the provider make it outside any transaction, and writes down what it
 * made: whoever dies between these leaves what can be gone on with, and removed.
 */
async function prepareMeeting(
  { zoom, preparing: { database, now, repeatable }, isWanted }: Preparations,
  session: SessionToBe,
  request: ReturnType<typeof meetingRequestFor>,
): Promise<Prepared | null> {
  const { organizationId } = session;
  const provider = await zoom.find(organizationId);
  if (!provider) return { refusal: noAccount() };
  const held = await database.asTenant(organizationId, async (tx) =>
    (await isWanted(tx)) ? holdIntent(tx, session, repeatable, now) : null,
  );
  if (!held || "refusal" in held) return held;
  const attempt = await obtain(provider, held, request);
  if ("refusal" in attempt) {
    const mayExist = attempt.mayExist || held.wasInDoubt;
    await database.asTenant(organizationId, (tx) => letGo(tx, held.hold, { mayExist }, now));
    throw attempt.refusal;
  }
  await database.asTenant(organizationId, (tx) => recordMeeting(tx, held, attempt.meeting));
  return { hold: held.hold, sessionId: held.intent.sessionId, remoteSessionId: held.remoteSessionId };
}

/** The meeting that there is from a try before this one, else a new one. */
async function obtain(
  provider: VideoProvider,
  { intent, wasInDoubt }: HeldIntent,
  request: ReturnType<typeof meetingRequestFor>,
): Promise<MeetingAttempt> {
  if (intent.meeting) return { meeting: intent.meeting };
  if (wasInDoubt) {
    try {
      const found = await findMade(provider, intent.id);
      if (found) return { meeting: found };
    } catch (fault) {
      if (fault instanceof Refusal) return { refusal: fault, mayExist: true };
      throw fault;
    }
  }
  return provider.createMeeting({ ...request, reference: intent.id });
}

async function findMade(provider: VideoProvider, reference: string): Promise<Meeting | null> {
  const [meetingId] = await provider.findMeetings(reference);
  return meetingId === undefined ? null : provider.readMeeting(meetingId);
}

const noAccount = () =>
  refuse("unprocessable", "this server has no Zoom account; choose another video_provider");
