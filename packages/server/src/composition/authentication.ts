import type { Config } from "../config.ts";
import { type ListenerOptions, listen } from "../database/listener.ts";
import type { Database } from "../database/tenancy.ts";
import type { House } from "../http/house.ts";
import { createAuthenticator } from "../identity/authenticator.ts";
import { createDirectory } from "../identity/directory.ts";
import { createIssuers } from "../identity/issuers.ts";
import { createKeyUses } from "../identity/key-uses.ts";
import { createTokens, type Tokens } from "../identity/tokens.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Vault } from "../kernel/vault.ts";

interface Parts {
  config: Config;
  connection: ListenerOptions["connection"];
  database: Database;
  vault: Vault;
  clock: Clock;
  /** Hears, as the directory does, what changed in anybody's standing, and whether that can be heard. */
  witness: { changed(announcement: string): void; hearing(isHearing: boolean): void };
}

interface Authentication extends Pick<House, "authenticate" | "forget"> {
  tokens: Tokens;
  stop(): Promise<void>;
}

/** Who calls, by whatever credential; kept up with what changes in the database. */
export async function startAuthentication(parts: Parts): Promise<Authentication> {
  const { config, connection, database, vault, clock, witness } = parts;
  const directory = createDirectory(database);
  const hearing = (isHearing: boolean) => {
    directory.hearing(isHearing);
    witness.hearing(isHearing);
  };
  const listener = listen({
    connection,
    channel: "convene_identity",
    onMessage(announcement) {
      directory.forget(announcement);
      witness.changed(announcement);
    },
    onListening: () => hearing(true),
    onLost: () => hearing(false),
  });
  const tokens = await createTokens(database, vault, clock, config.publicUrl);
  const issuers = createIssuers(database, clock, config.issuers);
  const keyUses = createKeyUses(database);
  return {
    authenticate: createAuthenticator({ directory, tokens, issuers, clock, onKeyUse: keyUses.note }),
    forget({ id, signInId }) {
      directory.forget(`person:${id}`);
      if (signInId) directory.forget(`sign_in:${signInId}`);
    },
    tokens,
    async stop() {
      await keyUses.stop();
      await listener.stop();
    },
  };
}
