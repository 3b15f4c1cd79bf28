import type { FastifyInstance } from "fastify";
import { refuse } from "#kernel/errors.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The body as it came, before any default or clean text took its place; empty when there was none. */
    sentBody: string;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Bodies are JSON in UTF-8, and nothing else. */
export function acceptJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.decorateRequest("sentBody", "");
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    const text = decode(body as Buffer);
    if (text === null)
      return done(refuse(request.routeOptions.config.contract?.malformedBody ?? "malformed_json"));
    request.sentBody = text;
    // Many clients send the JSON content type with no body at all, a DELETE above all; that is a body left out.
    return text === "" ? done(null, undefined) : parse(request, text, done);
  });
}

/** The text, or null when the bytes are no UTF-8: replacing them would store what nobody sent. */
function decode(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
