import type { FromProcess, ToProcess } from "../messages.ts";
import { SfuRefusal } from "../refusal.ts";
import { openRooms, type Rooms } from "./media/rooms.ts";

/** The media process: answers what the server asks over IPC, and ends when the server does. */

const tell = (message: FromProcess) => {
  // What cannot be sent any more concerns nobody: the server is gone, and we end.
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
};

const report = (text: string, fault: unknown) =>
  tell({
    type: "log",
    level: "error",
    text,
    details: { fault: fault instanceof Error ? fault.stack : String(fault) },
  });

let rooms: Promise<Rooms> | null = null;

process.on("message", (message: ToProcess) => {
  void receive(message);
});

// The server is gone, however it went: nobody could reach the rooms any more.
process.on("disconnect", () => {
  const finished = Promise.resolve(rooms).then((opened) => opened?.close());
  // Recordings are closed properly; but not for ever.
  setTimeout(() => process.exit(0), 3_000).unref();
  void finished.finally(() => process.exit(0));
});

// Terminals signal the whole group; the server ends us when it has told everybody.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});

async function receive(message: ToProcess): Promise<void> {
  if (message.type === "begin") {
    rooms = openRooms(message.settings, { tell: (event) => tell({ type: "event", event }), report });
    await rooms;
    return tell({ type: "ready" });
  }
  const { id, name, question } = message;
  try {
    const opened = await rooms;
    if (!opened) throw new Error("The settings come first");
    tell({ type: "answered", id, answer: await opened.answer(name, question) });
  } catch (fault) {
    if (fault instanceof SfuRefusal)
      return tell({ type: "refused", id, code: fault.code, message: fault.message });
    report(`${name} failed`, fault);
    tell({ type: "failed", id, message: fault instanceof Error ? fault.message : String(fault) });
  }
}
