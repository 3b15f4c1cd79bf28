import type { Context } from "#database/context.ts";
import { refuse } from "#kernel/errors.ts";
import { newName } from "#kernel/ids.ts";
import { numberedSlug, slugFromTitle } from "#kernel/slug.ts";
import type { Meeting, VideoProvider } from "#rooms/video-provider.ts";
import { zoneOf } from "./start.ts";
import { findTakenSlugs, type Session, takeSlug } from "./store.ts";

/** Zoom, or null where the operator has not set it up. */
export type Zoom = VideoProvider | null;

/**
 * The session as scheduled: its slug is taken, `wanted` or else one made from the title, and its meeting exists.
 * Refuses a wanted slug that is taken: of several requests at once one gets it.
 */
export async function schedule(
  { tx }: Context,
  zoom: Zoom,
  session: Session,
  wanted: string | null,
): Promise<Session> {
  const taken = wanted === null ? null : await takeSlug(tx, wanted, session.id);
  if (taken === false) throw slugTaken();
  const remoteSessionId = wanted ?? (await takeTitleSlug(tx, session));
  const meeting = session.videoProvider === "zoom_meeting" ? await createMeeting(zoom, session) : null;
  return { ...session, state: "scheduled", remoteSessionId, meeting };
}

export const slugTaken = () =>
  refuse("remote_session_id_taken", "another session that is not canceled has it");

/**
 * The first free of `title`, `title-2`, `title-3` … Looks at ever more names at once, because a common title can
 * have thousands; taking one settles the race with others that found it free.
 */
async function takeTitleSlug(tx: Context["tx"], { id, title }: Session): Promise<string> {
  const base = slugFromTitle(title) || newName(10);
  for (let first = 1, many = 8; ; first += many, many *= 4) {
    const names = Array.from({ length: many }, (_, index) => numberedSlug(base, first + index));
    const taken = await findTakenSlugs(tx, names);
    for (const slug of names) {
      if (!taken.has(slug) && (await takeSlug(tx, slug, id))) return slug;
    }
  }
}

async function createMeeting(zoom: Zoom, session: Session): Promise<Meeting> {
  if (!zoom) throw refuse("unprocessable", "this server has no Zoom account; choose another video_provider");
  return zoom.createMeeting({
    title: session.title,
    startsAt: session.startsAt,
    timeZone: zoneOf(session.timeZone) ?? "UTC",
    durationMinutes: Math.ceil(session.estimatedDuration * 60),
  });
}
