import type { Offer } from "#http/route.ts";
import type { RoomRules } from "../parts.ts";
import { type PageParts, recordingPages } from "./pages.ts";
import { recordingRoutes } from "./routes.ts";
import { models } from "./schema.ts";

export { createRecordingLinks, type RecordingLinks } from "./links.ts";
export type { Listed } from "./list.ts";
export { readRecordingsOf } from "./operations/read-recordings.ts";
export { presentRecording } from "./presenter.ts";
export { createRoomRecorder } from "./recorder.ts";
export { recordingCrontab, recordingTasks } from "./tasks.ts";
export { verifyRecordings } from "./verify.ts";

/** What recording offers to the server. */
export const recordings = (parts: PageParts & Pick<RoomRules, "products">): Offer => ({
  routes: recordingRoutes(parts),
  models,
  pages: recordingPages(parts),
});
