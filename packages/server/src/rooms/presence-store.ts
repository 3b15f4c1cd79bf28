import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import type { RoomRow } from "./rooms-store.ts";

/** `came`: since an instant, or was there at it; `isThere`: and has not left. */
export interface Presence {
  came: boolean;
  isThere: boolean;
}

/** Whether somebody has been in a room since an instant. */
export async function readPresence(
  tx: Statements,
  { organizationId, id: roomId }: Pick<RoomRow, "organizationId" | "id">,
  key: string,
  since: Date,
): Promise<Presence> {
  const row = await tx.first<Presence>(sql`
    select count(*) > 0 as came, coalesce(bool_or(c.left_at is null), false) as "isThere"
    from room_connections c
    join room_participants p
      on p.organization_id = c.organization_id and p.room_id = c.room_id and p.id = c.participant_id
    where c.organization_id = ${organizationId} and c.room_id = ${roomId} and p.key = ${key}
      and c.joined_at is not null and (c.left_at is null or c.left_at >= ${since})`);
  return row ?? { came: false, isThere: false };
}
