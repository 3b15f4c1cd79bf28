import type { Context } from "#database/context.ts";
import type { SeenSession } from "../store.ts";
import { moveSession } from "../transition.ts";

/** Calls a session off, before it began or while it is live. */
export const cancelSession = (context: Context, id: string): Promise<SeenSession> =>
  moveSession(context, id, "cancelled");
