import { readHistories } from "#events/follow.ts";
import { formatInstant } from "#kernel/instant.ts";
import type { Agenda } from "#notifications/agenda.ts";
import { asOf, telling } from "./history.ts";
import { listOwnSessions } from "./list-store.ts";
import { planOf } from "./notices.ts";
import type { Participant } from "./store.ts";

/** The sessions in which a person has one of the two seats. */
export const mentorshipAgenda =
  (publicUrl: string): Agenda =>
  async (tx, of, window) => {
    const sessions = await listOwnSessions(tx, of, window);
    const ids = sessions.map(({ id }) => id);
    const histories = await readHistories(tx, of.organizationId, ids, telling);
    return sessions.map((session) => {
      const told = { session, publicUrl, coach: named(session.coach), teacher: named(session.teacher) };
      const plan = planOf(told, asOf(session, histories.get(session.id) ?? [], session.version));
      const status = session.status === "cancelled" ? "CANCELLED" : plan.status;
      return { ...plan, status, stampedAt: formatInstant(session.updatedAt) };
    });
  };

const named = ({ firstName, lastName }: Participant) => ({ name: `${firstName} ${lastName}` });
