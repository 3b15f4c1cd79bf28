import type { Context } from "#database/context.ts";
import type { SeenSession } from "../store.ts";
import { moveSession } from "../transition.ts";

/** Opens a session; the clock of its duration runs. */
export const startSession = (context: Context, id: string): Promise<SeenSession> =>
  moveSession(context, id, "live");
