import type { Config } from "../config.ts";
import type { Web } from "../http/web.ts";

/** The pages of packages/web, and where else than at this server their sockets may lead. */
export const webOf = ({ publicUrl, roomsUrl }: Pick<Config, "publicUrl" | "roomsUrl">): Web => ({
  folder: new URL("../../../web/dist/", import.meta.url),
  socketSources: [
    new URL(publicUrl).origin.replace(/^http/, "ws"),
    // Each process has an address of its own then, which no other knows.
    ...(roomsUrl === publicUrl ? [] : [`${new URL(roomsUrl).protocol.replace(/^http/, "ws")}`]),
  ],
});
