import type { Context } from "#database/context.ts";
import type { SeenSession } from "../store.ts";
import { moveSession } from "../transition.ts";

/** Ends a session that is live. */
export const endSession = (context: Context, id: string): Promise<SeenSession> =>
  moveSession(context, id, "ended");
