import { randomInt } from "node:crypto";
import { newName, newSecret } from "#kernel/ids.ts";
import type { VideoProvider } from "#rooms/video-provider.ts";

/**
 * Meetings shaped like Zoom's, made without asking anybody. The link leads to a page of ours: one at zoom.us
 * with a made-up number could be a stranger's meeting.
 */
export const sandboxVideo = (publicUrl: string): VideoProvider => ({
  async createMeeting() {
    const meetingId = randomInt(90_000_000_000, 100_000_000_000);
    const joinUrl = `${publicUrl}/sandbox/zoom/j/${meetingId}?pwd=${newSecret(24)}.1`;
    return { meetingId, password: newName(10), joinUrl };
  },
});
