import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { newId } from "../src/kernel/ids.ts";

/** A message as Expo's documentation has it, with a ticket where one was given. */
export interface ExpoMessage {
  to: string;
  title: string;
  body: string;
  data: { effectId: string; kind: string; url: string | null };
  ttl: number;
  priority: string;
  tag: string;
  collapseId: string;
  ticket?: string;
}

type Trouble = { status: number; headers?: Record<string, string>; body: string };

/** The errors that tickets and receipts can have. */
type ErrorName =
  | "DeviceNotRegistered"
  | "MessageRateExceeded"
  | "MessageTooBig"
  | "InvalidCredentials"
  | "ExpoError";

export interface ExpoSimulator {
  url: string;
  /** The messages that it took, the oldest first. */
  messages: ExpoMessage[];
  /** All requests: path, size as sent, whether compressed, how many things were asked. */
  requests: { path: string; isCompressed: boolean; items: number }[];
  /** Tokens whose tickets are errors. */
  ticketErrors: Map<string, ErrorName>;
  /** Tokens whose pushes Apple or Google will not take: known by receipt. */
  receiptErrors: Map<string, ErrorName>;
  /** Receipts are not there yet. */
  isSlow: boolean;
  /** What every request is answered with instead. */
  trouble: Trouble | null;
  close(): Promise<void>;
}

/**
 * Expo's push API as https://docs.expo.dev/push-notifications/sending-notifications describes it, on loopback. What
 * breaks the documented rules is refused as there.
 */
export async function startExpoSimulator(options: { accessToken?: string } = {}): Promise<ExpoSimulator> {
  const receipts = new Map<string, string>();
  const simulator: Omit<ExpoSimulator, "url" | "close"> = {
    messages: [],
    requests: [],
    ticketErrors: new Map(),
    receiptErrors: new Map(),
    isSlow: false,
    trouble: null,
  };
  const server = createServer(async (request, response) => {
    const bytes = await readBody(request);
    if (simulator.trouble) {
      const { status, headers = {}, body } = simulator.trouble;
      response.writeHead(status, headers).end(body);
      return;
    }
    const isCompressed = request.headers["content-encoding"] === "gzip";
    const fault = faultOf(request, options.accessToken);
    if (fault) return answer(response, fault.status, { errors: [fault] });
    const content = JSON.parse((isCompressed ? gunzipSync(bytes) : bytes).toString("utf8"));
    const items: number = (Array.isArray(content) ? content : (content.ids ?? [content])).length;
    simulator.requests.push({ path: request.url ?? "", isCompressed, items });
    if (request.url === "/--/api/v2/push/send") return send(simulator, receipts, response, content);
    return answer(response, 200, { data: receiptsFor(simulator, receipts, content.ids) });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(simulator, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

type Simulated = Omit<ExpoSimulator, "url" | "close">;

/** What is wrong with a request before its content is looked at. */
function faultOf({ method, url, headers }: IncomingMessage, accessToken: string | undefined) {
  if (method !== "POST" || !/^\/--\/api\/v2\/push\/(send|getReceipts)$/.test(url ?? ""))
    return { status: 404, code: "NOT_FOUND", message: "no such route" };
  if (!headers["content-type"]?.startsWith("application/json"))
    return { status: 400, code: "VALIDATION_ERROR", message: "the body must be JSON" };
  if (accessToken && headers.authorization !== `Bearer ${accessToken}`)
    return {
      status: 403,
      code: "UNAUTHORIZED",
      message: "Insufficient permissions to send push notifications",
    };
  return null;
}

const known = new Set(
  "to data title subtitle body sound ttl expiration priority interruptionLevel badge channelId icon richContent categoryId mutableContent collapseId tag".split(
    " ",
  ),
);

function send(
  simulator: Simulated,
  receipts: Map<string, string>,
  response: ServerResponse,
  content: unknown,
) {
  const messages = [content].flat() as ExpoMessage[];
  const unknown = messages.flatMap((message) => Object.keys(message)).filter((name) => !known.has(name));
  if (unknown.length > 0 || messages.length > 100) {
    const message = `"${unknown[0] ?? "value"}" is not allowed`;
    return answer(response, 400, { errors: [{ code: "VALIDATION_ERROR", message }] });
  }
  const tickets = messages.map((message) => {
    const isTooBig = Buffer.byteLength(JSON.stringify(message)) > 4096;
    const error = isTooBig ? "MessageTooBig" : simulator.ticketErrors.get(message.to);
    if (error) return failed(message.to, error);
    const ticket = newId();
    simulator.messages.push({ ...message, ticket });
    receipts.set(ticket, message.to);
    return { status: "ok", id: ticket };
  });
  return answer(response, 200, { data: tickets });
}

/** Those that there are, by ticket: what is not known is left out. */
function receiptsFor(simulator: Simulated, receipts: ReadonlyMap<string, string>, ids: readonly string[]) {
  const ready = simulator.isSlow ? [] : ids.filter((id) => receipts.has(id));
  return Object.fromEntries(
    ready.map((id) => {
      const token = receipts.get(id) ?? "";
      const error = simulator.receiptErrors.get(token);
      return [id, error ? failed(token, error) : { status: "ok" }];
    }),
  );
}

const failed = (expoPushToken: string, error: ErrorName) => ({
  status: "error",
  message: `"${expoPushToken}": ${error}`,
  details: { error, expoPushToken },
});

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
