import type { ReadContext } from "#database/context.ts";
import { notFound } from "#kernel/errors.ts";
import { isHost } from "../queue.ts";
import { countWaiting, findPlace, listQueue, type Place, type Waiting } from "../queue-store.ts";
import { readSession } from "../store.ts";

export interface Queue extends Place {
  sessionId: string;
  waitingCount: number;
  /** For hosts; null for everybody else. */
  line: Waiting[] | null;
}

/** How many of a line its hosts are shown. */
const longestShown = 200;

/** One's own place in the line, and for hosts the line itself. */
export async function getQueue(context: ReadContext, id: string): Promise<Queue> {
  const { tx, actor } = context;
  const { organizationId } = actor;
  const session = await readSession(tx, organizationId, id);
  if (!session) throw notFound("session");
  return {
    sessionId: id,
    ...(await findPlace(tx, organizationId, id, actor.id)),
    waitingCount: await countWaiting(tx, organizationId, id),
    line: (await isHost(context, session)) ? await listQueue(tx, organizationId, id, longestShown) : null,
  };
}
