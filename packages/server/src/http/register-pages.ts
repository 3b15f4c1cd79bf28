import type { FastifyInstance, FastifyRequest } from "fastify";
import type { FieldError } from "#kernel/errors.ts";
import { html } from "#kernel/html.ts";
import { findUnstorable } from "#kernel/text.ts";
import { toRefusal } from "./answer-errors.ts";
import type { House } from "./house.ts";
import { originOf } from "./origin.ts";
import { htmlAnswer, type Page, type PageAnswer, type Visit } from "./page.ts";
import { type Check, compileCheck } from "./validation.ts";

/** The largest form, in bytes. */
const bodyLimit = 16 * 1024;

/** Adds pages to the app, in a scope of their own: forms are taken here, and nowhere else. */
export async function registerPages(
  app: FastifyInstance,
  house: House,
  pages: readonly Page[],
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit },
      async (_request: FastifyRequest, body: string) => onlyOnce(new URLSearchParams(body)),
    );
    // Mail programs may unsubscribe with it (RFC 8058, 3.1). No form of ours is sent so, and nothing in it is read.
    scope.addContentTypeParser(
      "multipart/form-data",
      { parseAs: "buffer", bodyLimit },
      async (_request: FastifyRequest, _body: Buffer) => ({}),
    );
    scope.setErrorHandler((fault, request, reply) => {
      const { status, title, detail, retryAfter } = toRefusal(fault, request);
      if (status >= 500) request.log.error({ err: fault }, "page failed");
      if (retryAfter !== undefined) reply.header("retry-after", String(retryAfter));
      return send(reply, htmlAnswer(status, title, html`<p>${detail ?? `Request ${request.id}`}</p>`));
    });
    for (const page of pages) register(scope, house, page);
  });
}

function register(scope: FastifyInstance, house: House, page: Page): void {
  const { method, path: url, perMinute: max } = page;
  const check: Check = page.form ? compileCheck(page.form, "") : () => [];
  scope.route({
    method,
    url,
    schema: { hide: true },
    config: { rateLimit: { max, timeWindow: "1 minute" } },
    handler: async (request, reply) => {
      const form = (request.body ?? {}) as Record<string, unknown>;
      const faults: FieldError[] = findUnstorable(form);
      if (faults.length === 0) faults.push(...check(form));
      return send(reply, await page.answer(visitOf(request, house), { form, faults }));
    },
  });
}

function visitOf(request: FastifyRequest, { database, clock }: House): Visit {
  return {
    database,
    now: clock(),
    origin: originOf(request),
    params: request.params as Record<string, string>,
    query: Object.fromEntries(
      Object.entries(request.query as Record<string, unknown>).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    ),
    ifNoneMatch: request.headers["if-none-match"] ?? null,
    range: request.headers.range ?? null,
  };
}

/** A field that was sent twice means nothing. */
const onlyOnce = (sent: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...sent].filter(([name]) => sent.getAll(name).length === 1));

interface Replying {
  code(status: number): this;
  type(type: string): this;
  headers(headers: Readonly<Record<string, string>>): this;
  send(body: PageAnswer["body"]): this;
}

const send = <R extends Replying>(reply: R, { status, type, headers, body }: PageAnswer): R =>
  reply.code(status).type(type).headers(headers).send(body);
