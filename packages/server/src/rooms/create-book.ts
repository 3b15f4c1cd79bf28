import type { Transaction } from "#database/tenancy.ts";
import { mostMessages, type Room, type RoomBook } from "./book.ts";
import { listMessages } from "./messages-store.ts";
import { admit } from "./operations/admit.ts";
import { beginSession } from "./operations/begin-session.ts";
import { endSession } from "./operations/end-session.ts";
import { handOver } from "./operations/hand-over.ts";
import { keepMessage } from "./operations/keep-message.ts";
import { letSpeak } from "./operations/let-speak.ts";
import { note } from "./operations/note.ts";
import { reconsider } from "./operations/reconsider.ts";
import { badTicket, redeemTicket } from "./operations/redeem-ticket.ts";
import { refuseEntry } from "./operations/refuse-entry.ts";
import { removeParticipant } from "./operations/remove-participant.ts";
import { setAgreed } from "./participants-store.ts";
import type { RoomParts } from "./parts.ts";
import { readTicket } from "./tickets.ts";

/** The book of all rooms: each entry is a transaction of its own, in the organization of its room. */
export function createRoomBook(parts: RoomParts): RoomBook {
  const { database, clock, vault } = parts;
  const within = <T>(
    { organizationId }: Pick<Room, "organizationId">,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> => database.asTenant(organizationId, work);
  return {
    async redeem(text) {
      const now = clock();
      const ticket = await readTicket(vault, text, now);
      if (!ticket) throw badTicket();
      return within(ticket, (tx) => redeemTicket(parts, tx, ticket, now));
    },
    reconsider: (room, participantIds) =>
      within(room, (tx) => reconsider(parts, tx, room, participantIds, clock())),
    admit: (room, participantId, by) =>
      within(room, (tx) => admit(parts, tx, room, participantId, by, clock())),
    refuse: (room, participantId, by) =>
      within(room, (tx) => refuseEntry(parts, tx, room, participantId, by, clock())),
    remove: (room, participantId, by) =>
      within(room, (tx) => removeParticipant(parts, tx, room, participantId, by, clock())),
    letSpeak: (room, participantId, isAllowed, by) =>
      within(room, (tx) => letSpeak(parts, tx, room, participantId, isAllowed, by)),
    async agree(room, participantId, hasAgreed) {
      await within(room, (tx) => setAgreed(tx, room, participantId, hasAgreed, clock()));
    },
    keep: (room, participantId, text) =>
      within(room, (tx) => keepMessage(tx, room, participantId, text, clock())),
    readChat: (room) => within(room, (tx) => listMessages(tx, room, mostMessages)),
    begin: (room, by) => within(room, (tx) => beginSession(parts, tx, room, by, clock())),
    end: (room, by) => within(room, (tx) => endSession(parts, tx, room, by, clock())),
    note: (room, occurrences) => within(room, (tx) => note(parts, tx, room, occurrences, clock())),
    handOver: (room, participantId) => handOver(parts, room, participantId),
  };
}
