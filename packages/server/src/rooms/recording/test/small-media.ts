import { join } from "node:path";
import type { Sfu, Source } from "../../sfu/port.ts";
import { type RoomRecording, recordRoom } from "../../sfu/recorder/recorder.ts";
import { PacketMaker } from "../../sfu/recorder/test/packets.ts";
import { folderOf } from "../folders.ts";

/** In the media process's place: writes real files, of whoever the test says that they spoke. */
export function smallMedia(directory: string) {
  const running = new Map<string, { recording: RoomRecording; folder: string }>();
  const makers = new Map<string, PacketMaker>();
  const faults: unknown[] = [];
  const sfu: Pick<Sfu, "startRecording" | "stopRecording"> = {
    async startRecording(roomId, _recordingId, folder) {
      const onFault = (fault: unknown) => faults.push(fault);
      running.set(roomId, { folder, recording: recordRoom({ folder, requestKeyFrame() {}, onFault }) });
    },
    async stopRecording(roomId) {
      const found = running.get(roomId);
      running.delete(roomId);
      if (!found) throw new Error("not recording");
      return found.recording.finish();
    },
  };
  return {
    ...{ sfu, directory, faults },
    /** One frame of each of these, from whoever is connected so. */
    speak(roomId: string, connectionId: string, sources: readonly Source[] = ["microphone", "camera"]) {
      for (const source of sources) {
        const kind = source === "microphone" || source === "screen_audio" ? "audio" : "video";
        const key = `${connectionId} ${source}`;
        const maker = makers.get(key) ?? new PacketMaker(kind);
        makers.set(key, maker);
        for (const packet of maker.frame(20, { isKey: true })) {
          running.get(roomId)?.recording.packet(connectionId, source, packet);
        }
      }
    },
    /** As when the process dies: nothing is said, and nothing more is written but what was under way. */
    async die(roomId: string) {
      const found = running.get(roomId);
      running.delete(roomId);
      await found?.recording.finish();
    },
    isRecording: (roomId: string) => running.has(roomId),
    folder: (organizationId: string, roomId: string, number: number) =>
      folderOf(directory, { organizationId, roomId, number }),
    file: (organizationId: string, roomId: string, number: number, name: string) =>
      join(folderOf(directory, { organizationId, roomId, number }), name),
  };
}
