import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { BookedParticipant, Entry, KeptMessage, Room, RoomBook } from "../../book.ts";
import type { Occurrence } from "../../occurrence.ts";

/** A book that is kept in memory, for tests of the running room alone. */
export interface StandInBook extends RoomBook {
  room: Room;
  /** A ticket of somebody: again and again of the same, by name. */
  ticket(name: string, more?: Partial<BookedParticipant> & Partial<Pick<Entry, "enters" | "ahead">>): string;
  idOf(name: string): string;
  noted: Occurrence[];
  /** What the product answers from now on about somebody; null: they may not be here. */
  standing: Map<string, Partial<BookedParticipant & Pick<Entry, "enters">> | null>;
  /** Why the session is over; null while it is not. */
  over: "ended" | "canceled" | null;
  /** The database is away. */
  isAway: boolean;
  /** Who did what, as `verb name`. */
  done: string[];
}

export function createStandInBook(subject: Partial<Room["subject"]> = {}): StandInBook {
  const people = new Map<string, BookedParticipant>();
  const tickets = new Map<string, Entry>();
  const kept: KeptMessage[] = [];
  const byId = (id: string) => [...people.values()].find((person) => person.id === id);
  const act = async (verb: string, id: string) => {
    if (book.isAway) throw new Error("the database is away");
    book.done.push(`${verb} ${byId(id)?.name ?? id}`);
  };
  const book: StandInBook = {
    room: {
      id: newId(),
      organizationId: newId(),
      subject: { ...usual, ...subject },
      beganAt: null,
      endedAt: null,
    },
    noted: [],
    standing: new Map(),
    over: null,
    isAway: false,
    done: [],
    ticket(name, { enters = "at_once", ahead = null, ...more } = {}) {
      const known = people.get(name);
      const participant: BookedParticipant = {
        ...{ id: newId(), key: `person:${name}`, name, role: "participant", speaks: true, agreed: null },
        ...known,
        ...more,
      };
      people.set(name, participant);
      const text = newId();
      tickets.set(text, { room: book.room, participant, enters, ahead, connectionId: newId() });
      return text;
    },
    idOf: (name) => people.get(name)?.id ?? "",
    async redeem(ticket) {
      const entry = tickets.get(ticket);
      if (book.isAway) throw new Error("the database is away");
      if (!entry) throw refuse("unauthenticated", "the ticket is not valid");
      tickets.delete(ticket);
      return { ...entry, room: book.room };
    },
    async reconsider(_room, ids) {
      if (book.isAway) throw new Error("the database is away");
      if (book.over) return { room: null, why: book.over, entries: new Map() };
      const entries = new Map();
      for (const id of ids) {
        const person = byId(id);
        const standing = person ? book.standing.get(person.name) : null;
        if (!person || standing === null) continue;
        const { enters = "when_admitted", ...changes } = standing ?? {};
        entries.set(id, { participant: { ...person, ...changes }, enters, ahead: null });
      }
      return { room: book.room, why: null, entries };
    },
    admit: (_room, id) => act("admit", id),
    refuse: (_room, id) => act("refuse", id),
    remove: (_room, id) => act("remove", id),
    letSpeak: (_room, id) => act("letSpeak", id),
    agree: (_room, id, agreed) => act(agreed ? "agree" : "decline", id),
    begin: (_room, by) => act("begin", by),
    end: (_room, by) => act("end", by),
    async keep(_room, participantId, text) {
      if (book.isAway) throw new Error("the database is away");
      const message = {
        id: newId(),
        participantId,
        name: byId(participantId)?.name ?? "",
        text,
        sentAt: new Date(),
      };
      kept.push(message);
      return message;
    },
    readChat: async () => [...kept],
    async note(_room, occurrences) {
      if (book.isAway) throw new Error("the database is away");
      book.noted.push(...occurrences);
    },
    handOver: async () => ({
      provider: "zoom",
      joinUrl: "https://zoom.example/j/1",
      password: "x",
      meetingId: 1,
    }),
  };
  return book;
}

const usual: Room["subject"] = {
  organizationId: "",
  product: "depositions",
  sessionId: "1",
  pathId: "some-session",
  title: "Some session",
  startsAt: new Date("2026-03-02T09:00:00Z"),
  endsAt: null,
  timeZone: null,
  state: "running",
  provider: "built_in",
  reference: null,
  mayBeRecorded: true,
  hasRecord: true,
  hasReactions: true,
};
