import { Answer, memberRoute, type Route } from "#http/route.ts";
import { presentPagination } from "../presenter.ts";
import { changeSettings } from "./operations/change-settings.ts";
import { eraseContact } from "./operations/erase-contact.ts";
import { exportContact } from "./operations/export-contact.ts";
import { getContact } from "./operations/get-contact.ts";
import { getErasureReceipt } from "./operations/get-erasure-receipt.ts";
import { getSettings } from "./operations/get-settings.ts";
import { listContacts } from "./operations/list-contacts.ts";
import { listErasureReceipts } from "./operations/list-erasure-receipts.ts";
import { mergeContact } from "./operations/merge-contact.ts";
import { updateContact } from "./operations/update-contact.ts";
import { presentContact, presentContactExport, presentReceipt, presentSettings } from "./presenter.ts";
import { contactWire as wire } from "./wire.ts";

const read = { scope: "screening:read" } as const;
const write = { scope: "screening:write" } as const;

/** What is known of prospects, and for how long. */
export const contactRoutes: Route[] = [
  memberRoute(wire.listContacts, read, async (context, { query }) => {
    const { page, total, rows } = await listContacts(context, query);
    return { data: rows.map(presentContact), pagination: presentPagination(page, total) };
  }),
  memberRoute(wire.getContact, read, async (context, { params }) =>
    presentContact(await getContact(context, params.id)),
  ),
  memberRoute(
    wire.updateContact,
    { ...write, about: ({ params }) => params.id },
    async (context, { params, body }) => presentContact(await updateContact(context, params.id, body)),
  ),
  memberRoute(
    wire.mergeContact,
    { ...write, about: ({ body }) => body.into },
    async (context, { params, body }) => presentContact(await mergeContact(context, params.id, body)),
  ),
  memberRoute(wire.exportContact, read, async (context, { params, query }) => {
    const exported = await exportContact(context, params.id, query);
    const headers = { "content-disposition": `attachment; filename="contact-${exported.contact.id}.json"` };
    return new Answer(presentContactExport(exported), headers);
  }),
  memberRoute(wire.eraseContact, write, async (context, { params }) =>
    presentReceipt(await eraseContact(context, params.id)),
  ),
  memberRoute(wire.listErasureReceipts, read, async (context, { query }) => {
    const { page, total, rows } = await listErasureReceipts(context, query);
    return { data: rows.map(presentReceipt), pagination: presentPagination(page, total) };
  }),
  memberRoute(wire.getErasureReceipt, read, async (context, { params }) =>
    presentReceipt(await getErasureReceipt(context, params.id)),
  ),
  memberRoute(wire.getScreeningSettings, read, async (context) =>
    presentSettings(await getSettings(context)),
  ),
  memberRoute(wire.putScreeningSettings, {}, async (context, { body }) =>
    presentSettings(await changeSettings(context, body)),
  ),
];
