import type { Database } from "#database/tenancy.ts";
import { interruptIn } from "../recorder.ts";
import { listRunning } from "../store.ts";

/**
 * Looks for recordings whose server died, and ends them where they last gave a sign of life. `heard` is what the last
 * look of this process, a minute ago, found: whoever's count of signs stands still for that long is dead.
 */
export async function findInterrupted(database: Database, heard: Map<string, number>): Promise<void> {
  const running = await database.asSystem(listRunning);
  const before = new Map(heard);
  heard.clear();
  for (const { id, beats, organizationId, roomId } of running) {
    if (before.get(id) !== beats) heard.set(id, beats);
    else await database.asTenant(organizationId, (tx) => interruptIn(tx, { organizationId, id: roomId }));
  }
}
