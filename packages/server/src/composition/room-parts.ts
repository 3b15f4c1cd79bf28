import type { Config } from "../config.ts";
import { findOrganization, listMemberships } from "../identity/index.ts";
import type { ProviderAccounts } from "../rooms/accounts/index.ts";
import { socketUrl } from "../rooms/floor/address.ts";
import { findHolder } from "../rooms/floor/lease-store.ts";
import type { RoomParts } from "../rooms/index.ts";
import { roomRules } from "./room-rules.ts";

interface Parts extends Pick<RoomParts, "database" | "clock" | "vault"> {
  config: Config;
  accounts: Pick<ProviderAccounts, "provide">;
}

/** What rooms work with. A room that lives in a process already is joined there; any other, in the one that is asked. */
export const roomParts = ({ config, accounts, database, clock, vault }: Parts): RoomParts => ({
  ...roomRules(config.roomGrace),
  ...{ database, clock, vault, findOrganization, listMemberships, provide: accounts.provide },
  async socketUrlOf(tx, { organizationId, id, subject }) {
    const holder = await findHolder(tx, organizationId, id);
    return socketUrl(holder ?? config.roomsUrl, subject.pathId);
  },
});
