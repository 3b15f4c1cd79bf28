import type { Database, Statements } from "#database/tenancy.ts";
import type { Account, Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import type { Room } from "./book.ts";
import type { OutsideProvider, RoomProvider } from "./provider-port.ts";
import type { RoomProduct, RoomSubject, RoomsOfProduct } from "./subject.ts";

/** What rooms work with. */
export interface RoomParts {
  database: Database;
  clock: Clock;
  vault: Vault;
  products: readonly RoomsOfProduct[];
  /** Minutes after the planned end for which a room stays open. */
  grace: number;
  /** People as they act in an organization at this moment, by their ids. */
  findActors(
    tx: Statements,
    organizationId: string,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, Actor>>;
  /** The organizations of which somebody is a member, as far as their credential speaks for these. */
  listMemberships(
    tx: Statements,
    personId: string,
    confinedTo: Account["confinedTo"],
  ): Promise<readonly { id: string }[]>;
  findOrganization(tx: Statements, id: string): Promise<{ name: string } | null>;
  /** Where a browser opens the WebSocket of a room. */
  socketUrlOf(tx: Statements, room: Pick<Room, "organizationId" | "id" | "subject">): Promise<string>;
  /** Who does the media for this organization, where that is not us. Refuses where nobody has set it up. */
  provide(organizationId: string, name: OutsideProvider): Promise<RoomProvider>;
}

/** What most of rooms works with. */
export type RoomRules = Pick<RoomParts, "products" | "grace" | "findActors">;

export function roomsOf({ products }: Pick<RoomParts, "products">, product: RoomProduct): RoomsOfProduct {
  const found = products.find((one) => one.product === product);
  if (!found) throw new Error(`no rooms for ${product}`);
  return found;
}

/** The session of a room, as its product tells it; null where it is no longer. */
export const readSubject = (
  rules: Pick<RoomParts, "products">,
  tx: Statements,
  { organizationId, product, sessionId }: Pick<RoomSubject, "organizationId" | "product" | "sessionId">,
): Promise<RoomSubject | null> => roomsOf(rules, product).read(tx, organizationId, sessionId);
