import type { Context } from "#database/context.ts";
import { appendAll } from "#events/append.ts";
import { addJobs } from "#events/jobs.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayManageContacts } from "../../policy.ts";
import { tasks } from "../../subscribers.ts";
import { mergeContact } from "../contact.ts";
import { erase } from "../erasure.ts";
import { claimUnfinished, type ErasureReceipt, findReceiptOf, lockErasable } from "../erasure-store.ts";
import { findContact, lockContacts } from "../store.ts";

/** Erases a contact and what their sessions say, because somebody asked for it. Again, it is the same receipt. */
export async function eraseContact(context: Context, id: string): Promise<ErasureReceipt> {
  const { tx, actor, now } = context;
  const { organizationId, kind } = actor;
  if (!mayManageContacts(actor)) throw refuse("forbidden", "it takes the role Manager");
  await claim(context, id);
  await lockErasable(tx, organizationId, id);
  const [contact] = await lockContacts(tx, organizationId, [id]);
  if (!contact) throw notFound("contact");
  const contactId = contact.id;
  if (contact.erasedAt) {
    const receipt = await findReceiptOf(tx, organizationId, contactId);
    if (receipt) return receipt;
  }
  // Once more: from here on no session joins the contact, and one may have done so in between.
  const sessions = await lockErasable(tx, organizationId, contactId);
  const receipt = await erase(
    {
      ...{ tx, organizationId, now, reason: "request", requestedBy: { kind, id: actor.id } },
      append: (events) => appendAll(context, events),
    },
    { contactId, contactErased: true, sessions },
  );
  const key = `${tasks.forgetAnswers}:${contactId}`;
  await addJobs(tx, [{ task: tasks.forgetAnswers, key, payload: { organizationId, contactId } }]);
  return receipt;
}

/** What the contact began and never finished is forgotten too. */
async function claim(context: Context, id: string): Promise<void> {
  const { tx, actor, now } = context;
  const { organizationId } = actor;
  const contact = await findContact(tx, organizationId, id);
  if (!contact?.email) return;
  const { id: contactId, email } = contact;
  for (const ownId of await claimUnfinished(tx, organizationId, { contactId, email }, now))
    await mergeContact(context, organizationId, actor, ownId, contactId);
}
