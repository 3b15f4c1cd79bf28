import { Answer, memberRoute, type RouteGroup } from "#http/route.ts";
import { formatInstant } from "#kernel/instant.ts";
import { roomsContract } from "../contract.ts";
import type { RoomRules } from "../parts.ts";
import type { RecordingLinks } from "./links.ts";
import { readRecordings, requireRecording } from "./operations/read-recordings.ts";
import { presentRecording } from "./presenter.ts";
import { wire } from "./wire.ts";

const read = { scope: ["depositions:read", "live:read", "mentorship:read"] } as const;

interface Parts extends Pick<RoomRules, "products"> {
  links: RecordingLinks;
}

/** The routes by which a room's recordings are listed and opened. */
export const recordingRoutes = (parts: Parts): RouteGroup => ({
  contract: roomsContract,
  routes: [
    memberRoute(wire.listRecordings, read, async (context, { params }) => {
      const recordings = await readRecordings(parts, context, params.id);
      const expiresAt = parts.links.expiry(context.now);
      return {
        recordings: recordings.map((recording) => presentRecording(recording, parts.links, expiresAt)),
        linksExpireAt: formatInstant(expiresAt),
      };
    }),
    memberRoute(wire.openRecording, {}, async (context, { params }) => {
      const room = await requireRecording(parts, context, params.id);
      const url = parts.links.page(room, parts.links.expiry(context.now));
      return new Answer({ url }, { location: url, "cache-control": "no-store" });
    }),
  ],
});
