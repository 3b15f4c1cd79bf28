import type { RoomProvider } from "#rooms/provider-port.ts";
import type { VideoProvider } from "#rooms/video-provider.ts";
import type { ZoomAccount } from "./account.ts";
import { createClient } from "./client.ts";
import { zoomMeetings } from "./meetings.ts";
import { zoomRooms } from "./rooms.ts";

export type { ZoomAccount, ZoomCredentials } from "./account.ts";

/**
 * Zoom by plain HTTP (its SDKs' licences do not let them be part of this): scheduled meetings, and rooms that are
 * held there. One of these has one access token, so there should be one for each account.
 */
export function createZoom(account: ZoomAccount): { meetings: VideoProvider; rooms: RoomProvider } {
  const client = createClient(account);
  const meetings = zoomMeetings(client, account.credentials.userId);
  return { meetings, rooms: zoomRooms(client, meetings, account.credentials) };
}
