import type { IncomingHttpHeaders } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { refuse } from "#kernel/errors.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The body as it came, before any default or clean text took its place; empty when there was none. */
    sentBody: string;
  }
}

/** Bytes that are no UTF-8 are a fault: replacing them would store what nobody sent. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Bodies are JSON in UTF-8, and nothing else. */
export function acceptJson(app: FastifyInstance): void {
  app.decorateRequest("sentBody", "");
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser(
    "application/json",
    { parseAs: "buffer" },
    async (request: FastifyRequest, body: Buffer) => {
      checkEncoding(request.headers);
      try {
        request.sentBody = utf8.decode(body);
        // Many clients send the JSON content type with no body at all, a DELETE above all; that is a body left out.
        return request.sentBody === "" ? undefined : JSON.parse(request.sentBody);
      } catch {
        throw refuse(request.routeOptions.config.contract?.malformedBody ?? "malformed_json");
      }
    },
  );
}

/** Refuses a body that says of itself that it is compressed, or in another character set. */
function checkEncoding(headers: IncomingHttpHeaders): void {
  const { "content-encoding": encoding = "identity", "content-type": type = "" } = headers;
  if (encoding.trim().toLowerCase() !== "identity")
    throw refuse("unsupported_media_type", "the body must not have a Content-Encoding");
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(type)?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    throw refuse("unsupported_media_type", "the body must be in UTF-8");
}
