import { createContext, use, useEffect, useState, useSyncExternalStore } from "react";
import { Levels } from "./client/levels.ts";
import { Room, type RoomView } from "./client/room.ts";
import type { Visitor } from "./entry.ts";
import { browserSurroundings } from "./surroundings.ts";

/** What everything inside the room shares. */
export interface RoomTools {
  room: Room;
  levels: Levels;
  /** Milliseconds since 1970 by the server's clock: this device's may be wrong. */
  now: () => number;
}

export const RoomContext = createContext<RoomTools | null>(null);

/** The room that one is at or in. Only below its provider. */
export function useRoomTools(): RoomTools {
  const tools = use(RoomContext);
  if (!tools) throw new Error("there is no room here");
  return tools;
}

/** What is to be shown of the room now. */
export function useRoomView(): RoomView {
  const { room } = useRoomTools();
  return useSyncExternalStore(
    (onChange) => room.on("view", onChange),
    () => room.view,
  );
}

/** Shows anew whatever depends on one's own devices. */
export function useMedia(): Room["media"] {
  const { room } = useRoomTools();
  const [, redraw] = useState(0);
  useEffect(() => room.media.on("change", () => redraw((count) => count + 1)), [room]);
  return room.media;
}

/** A room for as long as the component is shown; null in its first moment. */
export function useNewRoom(
  sessionId: string,
  visitor: { current: Visitor },
): Pick<RoomTools, "room" | "levels"> | null {
  const [tools, setTools] = useState<Pick<RoomTools, "room" | "levels"> | null>(null);
  useEffect(() => {
    const room = new Room(browserSurroundings(sessionId, () => visitor.current));
    const levels = new Levels();
    const leave = () => room.leave();
    // A closed tab says goodbye: the others need not wait until the line is seen to be dead.
    window.addEventListener("pagehide", leave);
    setTools({ room, levels });
    return () => {
      window.removeEventListener("pagehide", leave);
      room.close();
      levels.close();
      setTools(null);
    };
  }, [sessionId, visitor]);
  return tools;
}
