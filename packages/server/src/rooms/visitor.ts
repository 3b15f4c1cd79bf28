import type { GuestContext, Reading } from "#database/context.ts";
import { type Actor, hasScope } from "#kernel/actor.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { type RoomParts, roomsOf } from "./parts.ts";
import type { Entrant, RoomSubject } from "./subject.ts";

export type FindingParts = Pick<RoomParts, "products" | "findActors" | "listMemberships">;

/** Who stands at a room's door, and whose door it is. */
export interface Visitor {
  subject: RoomSubject;
  entrant: Entrant;
}

/** What somebody shows at the door: an invitation, which then alone says who they are, or their credential. */
export interface Shown {
  pathId: string;
  /** Its signature was checked. */
  invitationId: string | null;
}

/**
 * Who comes to which room. From here on the transaction is bound to its organization. Refuses with 401 who shows
 * nothing, with 403 whom the session is not for or whose invitation is dead, and with 404 where there is no such
 * session that they could know of.
 */
export function findVisitor(
  parts: FindingParts,
  context: Reading<GuestContext>,
  shown: Shown,
): Promise<Visitor> {
  return shown.invitationId === null
    ? findMember(parts, context, shown.pathId)
    : findGuest(parts, context, shown.pathId, shown.invitationId);
}

async function findGuest(
  { products }: FindingParts,
  { tx }: Reading<GuestContext>,
  pathId: string,
  invitationId: string,
): Promise<Visitor> {
  for (const product of products) {
    const organizationId = await product.organizationOfInvitation?.(tx, invitationId);
    if (!organizationId) continue;
    await tx.narrow(organizationId);
    const subject = await product.find(tx, organizationId, pathId);
    const entrant = subject && (await product.recogniseGuest?.(tx, subject, invitationId));
    if (subject && entrant) return { subject, entrant };
    break;
  }
  throw deadInvitation();
}

/** One answer for all invitations that are good for nothing, so that guessing tells nothing. */
export const deadInvitation = () =>
  refuse("invitation_invalid", "it was never made, was taken back, or its session was canceled");

async function findMember(
  parts: FindingParts,
  context: Reading<GuestContext>,
  pathId: string,
): Promise<Visitor> {
  const { tx } = context;
  const found = await findSession(parts, context, pathId);
  if (!found) throw notFound("session");
  const { subject, actor } = found;
  await tx.narrow(subject.organizationId);
  if (!hasScope(actor, `${subject.product}:read`)) {
    throw refuse("insufficient_scope", `it needs the scope ${subject.product}:read`);
  }
  return { subject, entrant: await roomsOf(parts, subject.product).recognise(tx, subject, actor) };
}

interface Found {
  subject: RoomSubject;
  actor: Actor;
}

/**
 * In the organization that is chosen, else in another one of the person's: a link in a mail says nothing of an
 * organization, and whoever follows it may have chosen another one last.
 */
async function findSession(
  parts: FindingParts,
  context: Reading<GuestContext>,
  pathId: string,
): Promise<Found | null> {
  const { tx, actor, person } = context;
  if (!actor && !person) throw refuse("unauthenticated", "sign in, or come by the link in your invitation");
  const chosen = actor && (await findIn(parts, context, actor.organizationId, pathId));
  if (actor && chosen) return { subject: chosen, actor };
  if (!person) return null;
  for (const { id } of await parts.listMemberships(tx, person.id, person.confinedTo)) {
    const subject = id === actor?.organizationId ? null : await findIn(parts, context, id, pathId);
    const member = subject && (await parts.findActors(tx, id, [person.id])).get(person.id);
    if (subject && member) return { subject, actor: member };
  }
  return null;
}

export async function findIn(
  { products }: Pick<RoomParts, "products">,
  { tx }: Pick<Reading<GuestContext>, "tx">,
  organizationId: string,
  pathId: string,
): Promise<RoomSubject | null> {
  for (const product of products) {
    const subject = await product.find(tx, organizationId, pathId);
    if (subject) return subject;
  }
  return null;
}
