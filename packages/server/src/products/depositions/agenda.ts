import { readHistories } from "#events/follow.ts";
import { formatInstant } from "#kernel/instant.ts";
import type { Agenda } from "#notifications/agenda.ts";
import { planOf } from "./details.ts";
import { historyTypes, sequenceAt } from "./moment.ts";
import { listInvitedTo } from "./store.ts";

/** The sessions to which a person's address is invited, as their invitations show them. */
export const depositionsAgenda =
  (publicUrl: string): Agenda =>
  async (tx, of, window) => {
    const sessions = await listInvitedTo(tx, of, window);
    const ids = sessions.map(({ id }) => id);
    const histories = await readHistories(tx, of.organizationId, ids, historyTypes);
    return sessions.map((session) => ({
      ...planOf({ session, publicUrl, startsAt: session.startsAt }, null),
      sequence: sequenceAt({ history: histories.get(String(session.id)) ?? [] }, session.version),
      status: session.state === "canceled" ? "CANCELLED" : "CONFIRMED",
      stampedAt: formatInstant(session.updatedAt),
    }));
  };
