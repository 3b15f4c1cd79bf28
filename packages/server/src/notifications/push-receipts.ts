import type { Database, Transaction } from "#database/tenancy.ts";
import { nobodysOrganization } from "#effects/effect.ts";
import { failDelivered } from "#effects/store.ts";
import { setTimer } from "#events/jobs.ts";
import type { Task } from "#events/worker.ts";
import { type Clock, days, minutes, plus } from "#kernel/clock.ts";
import { deleteDead } from "./devices-store.ts";
import type { ExpoPush, PushReceipt } from "./push-port.ts";
import { deleteTickets, findDueTickets, postponeTickets, type Ticket, upsertTicket } from "./push-store.ts";

interface Parts {
  database: Database;
  clock: Clock;
  expo: ExpoPush;
}

/** The task that asks for receipts. */
const receiptsTask = "push.receipts";

/** Milliseconds after which Expo knows what became of a push, and after which it forgets: its documented advice. */
const knownAfter = minutes(15);
const forgottenAfter = days(1);

/** Receipts are asked for together: all that fall due within these milliseconds share one timer. */
const roundedTo = minutes(5);

/** Milliseconds by which the clocks of two servers may differ: one sets the timer, the other may come to ask. */
const slack = minutes(1);

/** Tickets in one question, as Expo's own SDK has it. */
const batchSize = 300;

/** Keeps the ticket of a push that was sent, and sees to it that its receipt is asked for. */
export async function expectReceipt(tx: Transaction, ticket: Ticket): Promise<void> {
  const dueAt = await setReceiptsTimer(tx, ticket.sentAt);
  await upsertTicket(tx, ticket, dueAt);
}

/** What looks after the receipts of pushes. */
export const receiptTasks = (parts: Parts): Record<string, Task> => ({
  [receiptsTask]: () => checkReceipts(parts),
});

/**
 * Asks what became of the pushes that Expo took, in batches. A device that is gone at Apple's or Google's is
 * deleted, and a push that did not arrive has failed after all. What Expo does not know yet is asked for again.
 */
async function checkReceipts({ database, clock, expo }: Parts): Promise<void> {
  for (;;) {
    const tickets = await database.asSystem((tx) => findDueTickets(tx, plus(clock(), slack), batchSize));
    if (tickets.length === 0) return;
    const receipts = await expo.receipts(tickets.map(({ ticket }) => ticket));
    await database.asSystem((tx) => record(tx, tickets, receipts, clock()));
  }
}

async function record(
  tx: Transaction,
  tickets: readonly Ticket[],
  receipts: ReadonlyMap<string, PushReceipt>,
  now: Date,
): Promise<void> {
  const isOver = ({ ticket, sentAt }: Ticket) => receipts.has(ticket) || plus(sentAt, forgottenAfter) <= now;
  const over = await deleteTickets(tx, tickets.filter(isOver));
  const results = over.map((ticket) => ({ ...ticket, ...receipts.get(ticket.ticket) }));
  await deleteDead(
    tx,
    results
      .filter(({ result }) => result === "gone")
      .map(({ deviceId, sentAt }) => ({ id: deviceId, sentAt })),
  );
  const failures = results.filter(({ result }) => result === "gone" || result === "refused");
  await failDelivered(
    tx,
    failures.map(({ organizationId, effectId, detail = null }) => ({ organizationId, id: effectId, detail })),
    now,
  );
  const early = tickets.filter((ticket) => !isOver(ticket));
  if (early.length > 0) await postponeTickets(tx, early, await setReceiptsTimer(tx, now));
}

/** Sets the timer by which receipts of what was sent at an instant are asked for, and says when that is. */
async function setReceiptsTimer(tx: Transaction, sentAt: Date): Promise<Date> {
  const dueAt = new Date(Math.ceil(plus(sentAt, knownAfter).getTime() / roundedTo) * roundedTo);
  const key = `${receiptsTask}:${dueAt.toISOString()}`;
  const timer = { task: receiptsTask, key, payload: { organizationId: nobodysOrganization } };
  await setTimer(tx, timer, dueAt, sentAt);
  return dueAt;
}
