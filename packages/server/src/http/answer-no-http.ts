import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { type Refusal, refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { renderRefusal } from "./problem.ts";

/** How long, in milliseconds, a caller has to read the answer before the connection is cut. */
const reading = 1_000;

/**
 * Answers bytes from which Node could make no request, such as an unknown method or too many headers, and closes
 * the connection: where the next request would begin nobody can say. Handles Node's `clientError`.
 */
export function answerNoHttp(this: FastifyInstance, fault: NodeJS.ErrnoException, socket: Socket): void {
  // Not writable: the caller hung up, or was answered already and is still sending.
  if (fault.code === "ECONNRESET" || !socket.writable) return;
  const requestId = newId();
  const refusal = toRefusal(fault);
  const { status, contentType, body } = renderRefusal(refusal, "problem", requestId);
  this.log.info({ requestId, code: fault.code, status }, "no request could be read");
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${contentType}`,
    `content-length: ${Buffer.byteLength(text)}`,
    `x-request-id: ${requestId}`,
    "connection: close",
  ];
  // Not destroyed at once: what the caller still sends would reset the connection, and the answer be lost with it.
  socket.end(`${head.join("\r\n")}\r\n\r\n${text}`);
  setTimeout(() => socket.destroy(), reading).unref();
}

function toRefusal({ code }: NodeJS.ErrnoException): Refusal {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return refuse("request_timeout");
  if (code === "HPE_HEADER_OVERFLOW") return refuse("headers_too_large", "the limit is 16 KiB");
  if (code === "HPE_INVALID_METHOD") return refuse("invalid_request", "there is no such method in HTTP");
  return refuse("invalid_request", "this is no request in HTTP/1.1");
}
