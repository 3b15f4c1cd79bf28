import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { KeptMessage, Room } from "./book.ts";

type Place = Pick<Room, "organizationId" | "id">;

export async function insertMessage(
  tx: Transaction,
  { organizationId, id: roomId }: Place,
  message: Omit<KeptMessage, "name">,
): Promise<void> {
  await tx.all(sql`
    insert into room_messages (organization_id, room_id, id, participant_id, text, sent_at)
    values (${organizationId}, ${roomId}, ${message.id}, ${message.participantId}, ${message.text}, ${message.sentAt})`);
}

/** The newest, at most `limit`, oldest first. */
export const listMessages = (
  tx: Statements,
  { organizationId, id: roomId }: Place,
  limit: number,
): Promise<KeptMessage[]> =>
  tx.all(sql`
    select * from (
      select m.id, m.participant_id as "participantId", p.name, m.text, m.sent_at as "sentAt"
      from room_messages m
      join room_participants p
        on p.organization_id = m.organization_id and p.room_id = m.room_id and p.id = m.participant_id
      where m.organization_id = ${organizationId} and m.room_id = ${roomId}
      order by m.sent_at desc, m.id desc limit ${limit}) newest
    order by "sentAt", id`);
