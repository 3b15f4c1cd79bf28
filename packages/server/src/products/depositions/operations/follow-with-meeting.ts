import { hasItsStartAhead } from "../lifecycle.ts";
import { meetingRequestFor } from "../meeting-request.ts";
import { findSession } from "../store.ts";
import type { MeetingWork } from "./sweep-meeting.ts";

/**
 * Makes the meeting at the provider as its session is by now: at the same time under the same title, or gone once it
 * is canceled. Throws while the provider cannot be asked, to be tried again.
 */
export async function followWithMeeting(
  { database, zoom }: Pick<MeetingWork, "database" | "zoom">,
  { organizationId, sessionId }: { organizationId: string; sessionId: string },
): Promise<void> {
  const read = () => database.asTenant(organizationId, (tx) => findSession(tx, organizationId, sessionId));
  for (let session = await read(); session?.meeting; ) {
    const { meetingId } = session.meeting;
    const provider = await zoom.find(organizationId);
    if (!provider) throw new Error("there is no Zoom account by which to change a meeting");
    if (session.state === "canceled") return provider.deleteMeeting(meetingId);
    if (!hasItsStartAhead(session.state)) return;
    await provider.updateMeeting(meetingId, meetingRequestFor(session));
    // Another job may have said something newer in the meantime, and this one have come later with what is older.
    const { version } = session;
    session = await read();
    if (session?.version === version) return;
  }
}
