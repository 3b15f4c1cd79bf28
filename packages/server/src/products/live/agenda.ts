import { formatInstant } from "#kernel/instant.ts";
import type { Agenda } from "#notifications/agenda.ts";
import { planOf } from "./notices.ts";
import { listOwnSessions } from "./store.ts";

/** The sessions in which a person has a seat, and those that they host or made. */
export const liveAgenda =
  (publicUrl: string): Agenda =>
  async (tx, of, window) =>
    (await listOwnSessions(tx, of, window)).map((session) => ({
      ...planOf({ session, publicUrl }, of),
      sequence: session.calendarSequence,
      status: session.status === "cancelled" ? "CANCELLED" : "CONFIRMED",
      stampedAt: formatInstant(session.updatedAt),
    }));
