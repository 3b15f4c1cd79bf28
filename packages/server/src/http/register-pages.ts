import type { FastifyInstance, FastifyRequest } from "fastify";
import { type TObject, Type } from "typebox";
import { type FieldError, refuse } from "#kernel/errors.ts";
import { html } from "#kernel/html.ts";
import { findUnstorable } from "#kernel/text.ts";
import { toRefusal } from "./answer-errors.ts";
import { isOwnOrigin } from "./authenticate.ts";
import { compress } from "./compress.ts";
import type { House } from "./house.ts";
import { originOf } from "./origin.ts";
import { htmlAnswer, type Page, type PageAnswer, type Visit } from "./page.ts";
import { preferences } from "./preferences.ts";
import { acceptUploads, type UploadedFile, withUpload } from "./upload.ts";
import { type Check, compileCheck } from "./validation.ts";

/** The largest form, in bytes. */
const formLimit = 16 * 1024;
/** Of one that may have a file, and asks whatever people like: a hundred choices of 200 characters each, escaped. */
const largeFormLimit = 256 * 1024;

declare module "fastify" {
  interface FastifyContextConfig {
    page?: Page;
  }
}

/** Adds pages to the app, in a scope of their own: forms are taken here, and nowhere else. */
export async function registerPages(
  app: FastifyInstance,
  house: House,
  pages: readonly Page[],
): Promise<void> {
  const takesFile = ({ fileLimit }: Page) => fileLimit !== undefined;
  await registerIn(app, house, pages.filter(takesFile), {
    takeMultipart: acceptUploads,
    bodyLimit: largeFormLimit,
  });
  const others = pages.filter((page) => !takesFile(page));
  await registerIn(app, house, others, { takeMultipart: ignoreMultipart, bodyLimit: formLimit });
}

/** Mail programs may unsubscribe with it (RFC 8058, 3.1). No form of ours is sent so, and nothing in it is read. */
async function ignoreMultipart(scope: FastifyInstance): Promise<void> {
  scope.addContentTypeParser(
    "multipart/form-data",
    { parseAs: "buffer", bodyLimit: formLimit },
    async (_request: FastifyRequest, _body: Buffer) => ({}),
  );
}

interface Taking {
  takeMultipart(scope: FastifyInstance): Promise<void>;
  /** Bytes. */
  bodyLimit: number;
}

async function registerIn(
  app: FastifyInstance,
  house: House,
  pages: readonly Page[],
  { takeMultipart, bodyLimit }: Taking,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    await takeMultipart(scope);
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit },
      async ({ routeOptions }: FastifyRequest, body: string) =>
        fieldsOf(new URLSearchParams(body), routeOptions.config.page?.form ?? null),
    );
    scope.setErrorHandler((fault, request, reply) => {
      const refusal = toRefusal(fault, request);
      const { status, title, detail, retryAfter } = refusal;
      if (status >= 500) request.log.error({ err: fault }, "page failed");
      if (retryAfter !== undefined) reply.header("retry-after", String(retryAfter));
      const { page } = request.routeOptions.config;
      if (page?.refused) return send(reply, page.refused(visitOf(request, house), refusal));
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
    config: { page, rateLimit: { max, timeWindow: "1 minute" } },
    onRequest: async (request) => {
      if (page.ownOriginOnly && !isOwnOrigin(request, house)) throw refuse("foreign_origin");
    },
    handler: async (request, reply) => {
      const answer = (form: Record<string, unknown>, file: UploadedFile | null) => {
        const faults: FieldError[] = findUnstorable(form);
        if (faults.length === 0) faults.push(...check(form));
        return page.answer(visitOf(request, house), { form, faults, file });
      };
      const { fileLimit } = page;
      if (fileLimit === undefined || !request.isMultipart())
        return sendTo(request, reply, await answer((request.body ?? {}) as Record<string, unknown>, null));
      const answered = await withUpload(request, fileLimit, ({ fields, file }) =>
        answer(fieldsOf(fields, page.form), file),
      );
      return sendTo(request, reply, answered);
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
    cookies: request.cookies as Record<string, string>,
    languages: preferences(request.headers["accept-language"]),
    ifNoneMatch: request.headers["if-none-match"] ?? null,
    range: request.headers.range ?? null,
  };
}

/** What was sent, by its names. A field that was sent twice means nothing, where the form does not ask for several. */
function fieldsOf(
  sent: Iterable<readonly [name: string, value: string]>,
  form: TObject | null,
): Record<string, string | string[]> {
  const isArray = (name: string) => {
    const { properties = {} } = form ?? {};
    return Object.hasOwn(properties, name) && Type.IsArray(properties[name]);
  };
  const fields = Array.from(
    Map.groupBy(sent, ([name]) => name),
    ([name, entries]) => [name, entries.map(([, value]) => value)] as const,
  );
  return Object.fromEntries(
    fields.flatMap(([name, values]): [string, string | string[]][] => {
      if (isArray(name)) return [[name, values]];
      const [value, ...rest] = values;
      return value === undefined || rest.length > 0 ? [] : [[name, value]];
    }),
  );
}

interface Replying {
  code(status: number): this;
  type(type: string): this;
  headers(headers: Readonly<Record<string, string>>): this;
  send(body: PageAnswer["body"] | Buffer): this;
}

/** Sends a page in fewer bytes where it may be and its reader's browser can take them. */
async function sendTo<R extends Replying>(
  { headers }: FastifyRequest,
  reply: R,
  answer: PageAnswer,
): Promise<R> {
  if (!answer.isCompressible || typeof answer.body !== "string") return send(reply, answer);
  const { body, headers: more } = await compress(answer.body, headers["accept-encoding"]);
  return reply
    .code(answer.status)
    .type(answer.type)
    .headers({ ...answer.headers, ...more })
    .send(body);
}

const send = <R extends Replying>(reply: R, { status, type, headers, body }: PageAnswer): R =>
  reply.code(status).type(type).headers(headers).send(body);
