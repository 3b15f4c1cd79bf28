import type { FastifyInstance, FastifyRequest } from "fastify";
import { refuse } from "#kernel/errors.ts";
import { isUuid } from "#kernel/ids.ts";
import { listPage, mailPage, type ShownMail, type ShownSummary } from "./dev-mail-pages.ts";
import { isLocal } from "./local.ts";

/** Mail that was captured instead of being sent, newest first. */
export interface CapturedMails {
  list(before: string | null, limit: number): Promise<ShownSummary[]>;
  find(id: string): Promise<ShownMail | null>;
}

/** Mails on one page. */
const pageSize = 50;

/**
 * Shows captured mail in a browser on the server's own machine, and to nobody else: it has links that reset passwords.
 * Pages run no scripts, and neither does a mail in them.
 */
export async function devMail(app: FastifyInstance, mails: CapturedMails): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook("onRequest", async (request, reply) => {
      if (!isLocal(request)) throw refuse("not_found", "no such route");
      reply.headers({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
    });
    const schema = { hide: true };
    scope.get("/dev/mail", { schema }, async (request, reply) => {
      const { before } = request.query as { before?: unknown };
      const place = typeof before === "string" && /^\d{1,18}$/.test(before) ? before : null;
      const found = await mails.list(place, pageSize + 1);
      reply.type(htmlType).header("content-security-policy", pagePolicy);
      return listPage(found.slice(0, pageSize), found.length > pageSize);
    });
    scope.get("/dev/mail/:id", { schema }, async (request, reply) => {
      const mail = await find(mails, request);
      reply.type(htmlType).header("content-security-policy", pagePolicy);
      return mailPage(mail);
    });
    scope.get("/dev/mail/:id/html", { schema }, async (request, reply) => {
      const mail = await find(mails, request);
      reply.type(htmlType).header("content-security-policy", mailPolicy);
      // Links open in a tab of their own: the frame is no place for what they lead to.
      return mail.html.replace("<head>", '<head><base target="_blank">');
    });
    scope.get("/dev/mail/:id/raw", { schema }, async (request, reply) => {
      const mail = await find(mails, request);
      reply.headers(download("message/rfc822", `${mail.id}.eml`));
      return mail.raw;
    });
    scope.get("/dev/mail/:id/attachments/:n", { schema }, async (request, reply) => {
      const mail = await find(mails, request);
      const { n = "" } = request.params as { n?: string };
      const attachment = /^\d$/.test(n) ? mail.attachments[Number(n)] : undefined;
      if (!attachment) throw refuse("not_found", "attachment not found");
      reply.headers(download(`${attachment.type}; charset=utf-8`, attachment.name));
      return attachment.content;
    });
  });
}

const htmlType = "text/html; charset=utf-8";

/** Inline styles alone, for a page that is made of nothing else; what it frames is its own. */
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** No scripts, no images, no forms, and an origin of its own. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const download = (type: string, name: string): Record<string, string> => ({
  "content-type": type,
  "content-disposition": `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, "_")}"`,
  "content-security-policy": "default-src 'none'; sandbox",
});

async function find(mails: CapturedMails, request: FastifyRequest): Promise<ShownMail> {
  const { id = "" } = request.params as { id?: string };
  const mail = isUuid(id) ? await mails.find(id) : null;
  if (!mail) throw refuse("not_found", "mail not found");
  return mail;
}
