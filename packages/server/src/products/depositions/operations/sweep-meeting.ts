import type { Database } from "#database/tenancy.ts";
import type { Clock } from "#kernel/clock.ts";
import type { VideoProviders } from "#rooms/video-provider.ts";
import { holdForSweep, releaseIntent, settleIntent } from "../meeting-intents.ts";
import type { MeetingIntent } from "../meeting-intents-store.ts";

export interface MeetingWork {
  database: Database;
  clock: Clock;
  zoom: VideoProviders;
}

/**
 * Clears up what a request left that died or failed between the provider and its own transaction: the slug is free at
 * once, and whatever the provider has that belongs to no session is removed. Throws while the provider cannot be
 * asked, to be tried again.
 */
export async function sweepMeeting(
  { database, clock, zoom }: MeetingWork,
  { organizationId, id }: { organizationId: string; id: string },
): Promise<void> {
  const swept = await database.asTenant(organizationId, (tx) =>
    holdForSweep(tx, { organizationId, id }, clock()),
  );
  if (!swept) return;
  const { hold, intent } = swept;
  try {
    await removeUnused(zoom, organizationId, intent);
  } catch (fault) {
    await database.asTenant(organizationId, (tx) => releaseIntent(tx, hold, intent, clock()));
    throw fault;
  }
  await database.asTenant(organizationId, (tx) => settleIntent(tx, hold, intent, clock()));
}

/** All that was made for the intent, but for the one that its session has. */
async function removeUnused(
  zoom: VideoProviders,
  organizationId: string,
  { id, state, isInDoubt, meeting }: MeetingIntent,
): Promise<void> {
  const provider = await zoom.find(organizationId);
  if (!provider) throw new Error("there is no Zoom account by which to remove a meeting");
  const unused = new Set(isInDoubt ? await provider.findMeetings(id) : []);
  if (meeting && state === "used") unused.delete(meeting.meetingId);
  else if (meeting) unused.add(meeting.meetingId);
  for (const meetingId of unused) await provider.deleteMeeting(meetingId);
}
