import type { Occurrence } from "./occurrence.ts";
import type { JoinDetails } from "./provider-port.ts";
import type { Entrant, RoomSubject } from "./subject.ts";

/** A room as it stands in the database. */
export interface Room {
  id: string;
  organizationId: string;
  subject: RoomSubject;
  /** When the session began in it. */
  beganAt: Date | null;
  endedAt: Date | null;
}

export interface BookedParticipant {
  id: string;
  key: string;
  name: string;
  role: Entrant["role"];
  /** A viewer whom a host has let speak, and everybody else. */
  speaks: boolean;
  /** Whether they agreed to be recorded; null while they were not asked. */
  agreed: boolean | null;
}

/** What a ticket lets somebody do: come in, or wait in the lobby. */
export interface Entry {
  room: Room;
  participant: BookedParticipant;
  /** `at_once` also for whom a host admitted before, and with `when_running` once the session runs. */
  enters: Entrant["enters"];
  /** With `when_called`: how many come before; null where nobody keeps count. */
  ahead: Entrant["ahead"];
  /** Of this coming; a new one for every ticket. */
  connectionId: string;
}

export interface KeptMessage {
  id: string;
  participantId: string;
  name: string;
  text: string;
  sentAt: Date;
}

/** How many messages of the chat are shown to who comes late. */
export const mostMessages = 200;

/**
 * What the running room (`floor/`) asks of the database: each is one transaction with its events. Refusals are the
 * catalogue's. Whatever a host does names that host's participant, and is refused when they are none any more.
 */
export interface RoomBook {
  /** Takes a ticket, once. Refuses (`unauthenticated`) one that is forged, expired, used or revoked. */
  redeem(ticket: string): Promise<Entry>;
  /**
   * Who of these may (still) be here and how, asked when something changed and every half minute: the product is
   * asked anew. Those who may not are not in the answer; `room` is null when the session is over or canceled, or (without a `why`)
   * when its time has passed and nobody is in it.
   */
  reconsider(
    room: Pick<Room, "id" | "organizationId">,
    participantIds: readonly string[],
  ): Promise<{
    room: Room | null;
    why: "ended" | "canceled" | null;
    entries: Map<string, Pick<Entry, "participant" | "enters" | "ahead">>;
  }>;
  admit(room: Room, participantId: string, by: string): Promise<void>;
  /** Sends somebody in the lobby away; they may ask again. */
  refuse(room: Room, participantId: string, by: string): Promise<void>;
  /** Puts somebody out for good: their tickets are revoked, and they get no new one. */
  remove(room: Room, participantId: string, by: string): Promise<void>;
  letSpeak(room: Room, participantId: string, allowed: boolean, by: string): Promise<void>;
  agree(room: Room, participantId: string, agreed: boolean): Promise<void>;
  /** What they wrote, cleaned. */
  keep(room: Room, participantId: string, text: string): Promise<KeptMessage>;
  /** The newest, `mostMessages` at most, oldest first. */
  readChat(room: Room): Promise<KeptMessage[]>;
  /** The host begins the session, or ends it. */
  begin(room: Room, by: string): Promise<void>;
  end(room: Room, by: string): Promise<void>;
  /** Attendance, and what follows from it for the session; a repeat changes nothing. */
  note(room: Pick<Room, "id" | "organizationId">, occurrences: readonly Occurrence[]): Promise<void>;
  /** What a participant needs to join at the room's outside provider. */
  handOver(room: Room, participantId: string): Promise<JoinDetails>;
}

/** Told to all processes when something of a room changed that its people must feel at once. */
export const roomsChannel = "convene_rooms";

/** The message of that channel, as JSON. `reconsider` asks the book about everybody who is there. */
export interface RoomSignal {
  roomId: string;
  organizationId: string;
  what: "reconsider";
}
