import { OpenRecording, Recordings, RoomPath } from "./schema.ts";

export const wire = {
  listRecordings: {
    method: "GET",
    path: "/api/rooms/:id/recordings",
    operationId: "listRoomRecordings",
    summary: "What was recorded in a session's room, with links to fetch it",
    description:
      "For hosts of the session, Manager and up, and of depositions Coach and up. Each stretch on the record is one recording, with a file for each coming of a participant (camera and microphone) and one for a screen that was shared. Links are good for an hour, for whoever has them; they take Range requests. Of a session in whose room nobody ever was, the list is empty.",
    params: RoomPath,
    success: [200, Recordings],
    refusals: ["not_found", "forbidden"],
  },
  openRecording: {
    method: "GET",
    path: "/api/rooms/:id/recording",
    operationId: "openRoomRecording",
    summary: "The lasting address of a session's recording: leads to where it can be watched",
    description:
      "A live session's recording_url. For whoever may list the recordings, and for everybody with a seat in the live session. Answers with a fresh link that is good for an hour: a page with all of the session's recordings. 404 while none is finished.",
    params: RoomPath,
    success: [302, OpenRecording],
    refusals: ["not_found", "forbidden"],
  },
} as const;
