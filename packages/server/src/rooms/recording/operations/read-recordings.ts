import type { ReadContext } from "#database/context.ts";
import type { Statements } from "#database/tenancy.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import type { RoomRules } from "../../parts.ts";
import { recogniseMember } from "../../recognition.ts";
import { findRoomOf } from "../../rooms-store.ts";
import type { Entrant, RoomProduct, RoomSubject } from "../../subject.ts";
import { findIn } from "../../visitor.ts";
import { type Listed, listRecordings } from "../list.ts";
import { mayList, mayWatch } from "../policy.ts";
import { stateOf } from "../presenter.ts";

type Products = Pick<RoomRules, "products">;

/** All recordings of a session's room, for those who may fetch them. */
export async function readRecordings(
  parts: Products,
  context: ReadContext,
  pathId: string,
): Promise<Listed[]> {
  const { tx, actor } = context;
  const { subject, entrant } = await recognise(parts, context, pathId);
  if (!mayList(actor, subject, entrant)) throw refuse("forbidden", "recordings are for the session's hosts");
  return readRecordingsOf(tx, actor.organizationId, subject);
}

/** The room whose recordings this member may watch. Refuses (404) where none is finished. */
export async function requireRecording(
  parts: Products,
  context: ReadContext,
  pathId: string,
): Promise<{ organizationId: string; id: string }> {
  const { tx, actor } = context;
  const { subject, entrant } = await recognise(parts, context, pathId);
  if (!mayWatch(actor, subject, entrant)) throw refuse("forbidden", "the recording is not for you");
  const [ready] = (await readRecordingsOf(tx, actor.organizationId, subject)).filter(
    (recording) => stateOf(recording) === "ready",
  );
  if (!ready) throw notFound("recording");
  return { organizationId: ready.organizationId, id: ready.roomId };
}

/** Of a session in whose room nobody ever was, there is nothing. */
export async function readRecordingsOf(
  tx: Statements,
  organizationId: string,
  { product, sessionId }: { product: RoomProduct; sessionId: string },
): Promise<Listed[]> {
  const room = await findRoomOf(tx, organizationId, product, sessionId);
  return room ? listRecordings(tx, room) : [];
}

/** The session, and who the member is in it; null where it is not for them. */
async function recognise(
  parts: Products,
  context: ReadContext,
  pathId: string,
): Promise<{ subject: RoomSubject; entrant: Entrant | null }> {
  const { tx, actor } = context;
  const subject = await findIn(parts, context, actor.organizationId, pathId);
  if (!subject) throw notFound("session");
  return { subject, entrant: await recogniseMember(parts, tx, subject, actor) };
}
