import type { Entry, KeptMessage, Room } from "../book.ts";
import type { ClientMessage, Farewell } from "../protocol/messages.ts";
import type { SfuEvent } from "../sfu/port.ts";
import { acts } from "./acts.ts";
import { arrive } from "./arriving.ts";
import type { Connection, Guest } from "./connection.ts";
import { createCore, type FloorParts } from "./core.ts";
import type { Diary } from "./diary.ts";
import { closeRoom, cutOff } from "./leaving.ts";
import { reconsider } from "./reconsidering.ts";
import { recordingCutShort } from "./recording.ts";
import { findFault } from "./rules.ts";
import { peopleHere } from "./state.ts";

/** A room that people are connected to, in the memory of this process. */
export interface RunningRoom {
  /** Takes somebody in, or has them wait. Null when the room has just closed, and must be opened anew. */
  arrive(entry: Entry, connection: Connection): Promise<Guest | null>;
  /** Something changed that may concern who is here. */
  reconsider(): void;
  heard(event: SfuEvent): void;
  /** Its recording was given up. */
  lostRecording(): void;
  /** Ends it for everybody here. */
  close(reason: Farewell): Promise<void>;
  people(): number;
}

interface Parts {
  floor: FloorParts;
  diary: Diary;
  room: Room;
  chat: KeptMessage[];
  onPeer(peerId: string, isHere: boolean): void;
  onClosed(recordingEnded: Promise<void>): void;
}

export function createRunningRoom({ floor, ...parts }: Parts): RunningRoom {
  const core = createCore({ parts: floor, ...parts });
  const reconsiderSoon = onceMore(() => reconsider(core), floor.onFault);

  async function told(connection: Connection, message: ClientMessage): Promise<void> {
    const found = core.connected.get(connection.id);
    if (!found || message.type === "hello") return;
    const person = core.state.people.get(found.participant.id);
    const fault = (code: string, detail: string) =>
      connection.send({ type: "fault", about: message.type, code, detail });
    if (person?.connectionId !== connection.id) {
      if (message.type !== "leave") return fault("forbidden", "you are not in the room yet");
      connection.bye("left");
      return cutOff(core, connection.id);
    }
    const against = findFault(core.room, core.state, person, message);
    if (against) return fault(against.code, against.detail);
    if (isForAll(message) && !connection.mayBeHeard())
      return fault("too_many_requests", "slower, please: everybody is told of this");
    const act = acts[message.type] as (...args: [typeof core, typeof person, ClientMessage]) => unknown;
    await act(core, person, message);
  }

  return {
    async arrive(entry, connection) {
      if (core.isClosed) return null;
      core.room = entry.room;
      await arrive(core, entry, connection);
      return {
        connection,
        told: (message) => told(connection, message),
        cut: () => cutOff(core, connection.id),
      };
    },
    reconsider: reconsiderSoon,
    heard(event) {
      core.media.heard(event);
      if (event.type === "died") recordingCutShort(core).catch(floor.onFault);
    },
    lostRecording: () => void recordingCutShort(core).catch(floor.onFault),
    close: (reason) => closeRoom(core, reason),
    people: () => peopleHere(core.state).length,
  };
}

const isForAll = ({ type }: ClientMessage): boolean =>
  type === "chat" || type === "hand" || type === "reaction" || type === "media" || type === "consent";

/** Runs one at a time; what asks while it runs has it run once more. */
function onceMore(work: () => Promise<void>, onFault: (fault: unknown) => void): () => void {
  let isRunning = false;
  let isWanted = false;
  const run = async () => {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await work().catch(onFault);
    }
    isRunning = false;
  };
  return () => {
    isWanted = true;
    if (!isRunning) run().catch(onFault);
  };
}
