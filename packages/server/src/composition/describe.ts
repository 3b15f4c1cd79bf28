import packageJson from "../../package.json" with { type: "json" };
import { createApp } from "../http/app.ts";
import type { House } from "../http/house.ts";
import { createStreams, streamTimes } from "../http/streams.ts";
import { systemClock } from "../kernel/clock.ts";
import { createVault } from "../kernel/vault.ts";
import { createProviderAccounts } from "../rooms/accounts/index.ts";
import { createRecordingLinks } from "../rooms/recording/index.ts";
import { offers } from "./offers.ts";

/** The OpenAPI document, made from the routes themselves. No database is needed: nothing is executed. */
export async function describe(): Promise<object> {
  const none = () => Promise.reject(new Error("the document is made without a database"));
  const unread = () => ({ all: none, first: none, narrow: none });
  const never = () => {
    throw new Error("the document is made without a provider");
  };
  const house: House = {
    database: { asTenant: none, asSystem: none, forTenant: unread, forSystem: unread },
    authenticate: none,
    forget: never,
    redeemTicket: none,
    streams: createStreams({ ...streamTimes, perCaller: 0, perProcess: 0 }),
    hub: { join: none },
    vault: createVault("unused"),
    clock: systemClock,
    publicUrl: "http://127.0.0.1:3000",
    corsOrigins: [],
    trustProxy: false,
    logLevel: "silent",
  };
  const webPush = { publicKey: "", faultOf: () => null };
  const parts = {
    accounts: createProviderAccounts({
      ...{ database: house.database, vault: house.vault, deployment: {} },
      connect: { zoom: never, agora: never, livekit: never, stream: never },
    }),
    note: none,
    recordings: {
      products: [],
      links: createRecordingLinks(house.vault, house.publicUrl),
      directory: "",
    },
    sandboxPages: [],
    rooms: {
      ...{ database: house.database, clock: systemClock, vault: house.vault, products: [], grace: 0 },
      ...{
        findActors: none,
        listMemberships: none,
        findOrganization: none,
        socketUrlOf: none,
        provide: none,
      },
    },
    sockets: [],
    chat: null,
    tokens: { issue: none, verify: none, jwks: () => ({ keys: [] }) },
    passwords: { hash: none, check: none },
    vault: house.vault,
    webPush,
    webhookSender: webPush,
    bounceToken: null,
    mailFrom: "",
    publicUrl: house.publicUrl,
  };
  const app = await createApp(house, offers(parts), packageJson.version);
  await app.ready();
  house.streams.close();
  return JSON.parse(JSON.stringify(app.swagger()));
}
