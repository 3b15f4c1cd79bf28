import type { Context } from "#database/context.ts";
import { announce } from "#events/announce.ts";
import { formatInstant } from "#kernel/instant.ts";
import { getSession } from "./get-session.ts";

/** Sends an emoji to everyone who watches the mentorship at this moment. */
export async function sendReaction(context: Context, id: string, emoji: string): Promise<void> {
  const { mentorshipId } = await getSession(context, id);
  announce(context, {
    type: "mentorship.reaction.sent",
    payload: {
      sessionId: id,
      mentorshipId,
      emoji,
      userId: context.actor.id,
      sentAt: formatInstant(context.now),
    },
  });
}
