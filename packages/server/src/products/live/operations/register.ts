import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, type Refusal, refuse } from "#kernel/errors.ts";
import { isOpen } from "../lifecycle.ts";
import { requirePerson } from "../registrant.ts";
import { claimSeat, findRegistration, type Registration, type Unclaimed } from "../registration-store.ts";

/** Takes a seat for the caller or, when the session is full and they want to wait, the last place in line. */
export async function register(context: Context, id: string, waitlist: boolean): Promise<Registration> {
  const { tx, actor, now } = context;
  await requirePerson(context, id);
  const claim = await claimSeat(tx, actor.organizationId, id, { personId: actor.id, waitlist, now });
  if (!claim) throw notFound("session");
  if ("isOutdated" in claim) throw await reasonAgainst(context, id, claim);
  const { sessionId, status, version, registeredCount, waitlistedCount, calendarSequence } = claim;
  const waits = status === "waitlisted";
  // Whoever comes last has everybody else who waits before them.
  const position = waits ? waitlistedCount : null;
  if (position === null) {
    const payload = { sessionId, personId: actor.id, sequence: calendarSequence };
    append(context, { type: "live.registration.created", subjectId: sessionId, version, payload });
  } else {
    const payload = { sessionId, personId: actor.id, position };
    append(context, { type: "live.registration.waitlisted", subjectId: sessionId, version, payload });
  }
  return { sessionId, status, position, registeredCount };
}

/**
 * Why no seat could be claimed: as the session stood when the claim began, or else stands now. Who is in the session
 * hears that, rather than that it is full.
 */
async function reasonAgainst({ tx, actor }: Context, id: string, seen: Unclaimed): Promise<Refusal> {
  const found = seen.isOutdated ? await findRegistration(tx, actor.organizationId, id, actor.id) : seen;
  if (!found) return notFound("session");
  if (!isOpen(found.sessionStatus)) return refuse("session_not_open", `it is ${found.sessionStatus}`);
  if (found.status !== "none") return refuse("already_registered");
  return refuse("session_full", 'send {"waitlist": true} to wait for a seat');
}
