import { Refusal } from "#kernel/errors.ts";
import type { ProvidedRoom, RoomProvider } from "#rooms/provider-port.ts";
import type { VideoProvider } from "#rooms/video-provider.ts";
import type { ZoomCredentials } from "./account.ts";
import type { createClient } from "./client.ts";
import { readZoomNotification } from "./notifications.ts";

type Client = ReturnType<typeof createClient>;

/** Minutes that a room's meeting is planned for where nobody said how long it takes. */
const plannedMinutes = 60;

/** Zoom as the place where rooms are held: a room is a scheduled meeting, and is called by its meeting id. */
export const zoomRooms = (
  client: Client,
  meetings: VideoProvider,
  { userId, webhookSecret }: ZoomCredentials,
): RoomProvider => ({
  name: "zoom",
  async prepare(room) {
    if (room.reference !== null) return { reference: room.reference };
    // Zoom knows no idempotent way: whoever asked before and got no answer finds what came of it.
    const [found] = await meetings.findMeetings(room.roomId);
    return { reference: String(found ?? (await make(meetings, room))) };
  },
  async admit({ reference }) {
    const meeting = await meetings.readMeeting(Number(reference));
    if (!meeting) throw new Refusal("provider_refused", { detail: "Zoom has no such meeting any more" });
    return { provider: "zoom", ...meeting };
  },
  async end({ reference }) {
    const path = `/v2/meetings/${reference}/status`;
    const body = { action: "end" };
    const ended = await client.begin()({
      what: "end a meeting",
      method: "PUT",
      path,
      body,
      isRepeatable: true,
    });
    if (!ended.isDone && !isOver(ended)) throw ended.refusal;
  },
  async check() {
    const path = `/v2/users/${encodeURIComponent(userId)}/meetings?type=scheduled&page_size=1`;
    const listed = await client.begin()({ what: "list meetings", method: "GET", path, isRepeatable: true });
    if (!listed.isDone) throw listed.refusal;
  },
  readNotification: (notification) => readZoomNotification(notification, webhookSecret),
});

async function make(meetings: VideoProvider, { roomId, title, startsAt }: ProvidedRoom): Promise<number> {
  const attempt = await meetings.createMeeting({
    reference: roomId,
    title,
    startsAt,
    timeZone: "UTC",
    durationMinutes: plannedMinutes,
  });
  if ("refusal" in attempt) throw attempt.refusal;
  return attempt.meeting.meetingId;
}

/** Gone, ended, or not begun: there is nobody in it. */
const isOver = ({ status, code }: { status: number | null; code: number | null }): boolean =>
  status === 404 || [3001, 3007, 3008].includes(code ?? 0);
