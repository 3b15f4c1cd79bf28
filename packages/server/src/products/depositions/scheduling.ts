import type { Context } from "#database/context.ts";
import { refuse } from "#kernel/errors.ts";
import { useMeeting } from "./meeting-intents.ts";
import type { Prepared } from "./operations/prepare-meeting.ts";
import { slugTaken, takeWantedSlug } from "./slugs.ts";
import type { Session } from "./store.ts";

/** Whether its meeting is made at Zoom, before it is scheduled. */
export const needsMeeting = ({ videoProvider }: Pick<Session, "videoProvider">): boolean =>
  videoProvider === "zoom_meeting";

/**
 * The session as scheduled: its slug is taken, `wanted` or else one made from the title, and its meeting is the one
 * that was prepared. Refuses a wanted slug that is taken, and what was refused while it was prepared.
 */
export async function schedule(
  { tx, now }: Context,
  session: Session,
  wanted: string | null,
  prepared: Prepared | null,
): Promise<Session> {
  if (!needsMeeting(session)) {
    const remoteSessionId = await takeWantedSlug(tx, session, wanted);
    if (remoteSessionId === null) throw slugTaken();
    return { ...session, state: "scheduled", remoteSessionId, meeting: null };
  }
  if (!prepared) throw refuse("provider_unavailable", "no meeting was made; try again");
  if ("refusal" in prepared) throw prepared.refusal;
  const meeting = await useMeeting(tx, prepared.hold, now);
  const { remoteSessionId } = prepared;
  return { ...session, state: "scheduled", remoteSessionId, meeting };
}
