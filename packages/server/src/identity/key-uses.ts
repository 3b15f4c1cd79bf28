import type { Database } from "#database/tenancy.ts";
import { touchKeys } from "./api-keys-store.ts";

/** Milliseconds between writing down when keys were last used. */
const interval = 5_000;

/** Collects when API keys are used, and writes it down beside the requests rather than in them. */
export function createKeyUses(database: Database) {
  const uses = new Map<string, Date>();
  const flush = async () => {
    if (uses.size === 0) return;
    const seen = [...uses].map(([keyId, usedAt]) => ({ keyId, usedAt }));
    uses.clear();
    await database.asSystem((tx) => touchKeys(tx, seen));
  };
  // A failure only loses a time of last use; the next use brings a newer one.
  const timer = setInterval(() => flush().catch(() => {}), interval);
  timer.unref();
  return {
    note(keyId: string, usedAt: Date): void {
      uses.set(keyId, usedAt);
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await flush().catch(() => {});
    },
  };
}
