import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayManageContacts } from "../../policy.ts";
import { listSessionsOf } from "../export-store.ts";
import type { ExportedContact } from "../presenter.ts";
import { findContact } from "../store.ts";

/** Sessions in one answer, whatever the plan: a submission has at most 100,000 characters. */
const limit = 200;

/** All that is known of a contact: themselves, and a page of their sessions. */
export async function exportContact(
  { tx, actor, now }: ReadContext,
  id: string,
  { page = 1 }: { page?: number },
): Promise<ExportedContact> {
  if (!mayManageContacts(actor)) throw refuse("forbidden", "it takes the role Manager");
  const contact = await findContact(tx, actor.organizationId, id);
  if (!contact) throw notFound("contact");
  const numbered = { page, limit, offset: (page - 1) * limit };
  const { rows: sessions, total } = await listSessionsOf(
    tx,
    actor.organizationId,
    { ...numbered, contactId: contact.id },
    now,
  );
  return { exportedAt: now, contact, sessions, page: numbered, total };
}
