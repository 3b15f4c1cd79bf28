import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "#kernel/clock.ts";
import { newName, newSecret } from "#kernel/ids.ts";
import type { ZoomCredentials } from "../account.ts";
import { type Asked, answerApi, type SandboxAnswer } from "./api.ts";
import { createSandboxMeetings, type SandboxMeeting } from "./meetings.ts";
import { type NotifyMeeting, type SandboxEvent, sendNotification } from "./notify.ts";
import { answerToken, createGivenTokens } from "./oauth.ts";

/** What comes between a request and its answer: another answer, or none, before or after it was done. */
type Interference = SandboxAnswer | { silence: "before" | "after" } | { cut: "before" | "after" };

export interface ZoomSandbox {
  /** Of its API and of its OAuth server alike. */
  url: string;
  credentials: ZoomCredentials & { webhookSecret: string };
  meetings(): SandboxMeeting[];
  /** What it was asked so far, such as `POST /v2/users/me/meetings`. */
  requests: readonly string[];
  /** Asked about each request; null lets it be answered as ever. */
  interfere: ((asked: Asked) => Interference | null) | null;
  /** Tokens that it gave are worth nothing from now on. */
  revokeTokens(): void;
  /** Tells an endpoint, signed as Zoom signs it, and says what it answered. */
  notify(url: string, event: SandboxEvent, meeting: NotifyMeeting): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
}

interface Options {
  clock: Clock;
  /** Where links to its meetings lead. */
  joinBase: string;
  /** In the place of made-up ones. */
  credentials?: ZoomCredentials & { webhookSecret: string };
}

/**
 * A server that speaks Zoom's documented protocol on loopback, with meetings that nobody can be in: OAuth, the
 * meetings of one user, its errors, and signed notifications. Whatever it answers carries `x-zoom-sandbox`, and the
 * links of its meetings lead to a page that says what they are. It forgets everything when it is closed.
 */
export async function startZoomSandbox({
  clock,
  joinBase,
  credentials = newCredentials(),
}: Options): Promise<ZoomSandbox> {
  const meetings = createSandboxMeetings(joinBase);
  const tokens = createGivenTokens(clock);
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const asked = await readRequest(request);
    requests.push(`${asked.method} ${asked.path}`);
    const interference = sandbox.interfere?.(asked) ?? null;
    if (interference && "status" in interference) return answer(response, interference);
    const trouble = interference && ("silence" in interference ? interference.silence : interference.cut);
    const given = trouble === "before" ? null : answerAsked(asked);
    if (interference && "cut" in interference) request.socket.destroy();
    if (given && !interference) answer(response, given);
  });
  const answerAsked = (asked: Asked): SandboxAnswer =>
    asked.path === "/oauth/token"
      ? answerToken(asked, credentials, tokens)
      : answerApi(asked, { meetings, tokens, userId: credentials.userId, now: clock() });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  // A process that has nothing else to do may end.
  server.unref();
  const sandbox: ZoomSandbox = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials,
    meetings: meetings.all,
    requests,
    interfere: null,
    revokeTokens: tokens.revokeAll,
    notify: (url, event, meeting) => sendNotification({ url, event, meeting, credentials, now: clock() }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return sandbox;
}

const newCredentials = () => ({
  accountId: newSecret(16),
  clientId: newSecret(16),
  clientSecret: newSecret(24),
  userId: "me",
  webhookSecret: newName(22),
});

async function readRequest(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { pathname, searchParams } = new URL(request.url ?? "", "http://sandbox");
  return {
    method: request.method ?? "",
    path: pathname,
    query: searchParams,
    authorization: request.headers.authorization ?? "",
    type: request.headers["content-type"] ?? "",
    text: Buffer.concat(chunks).toString("utf8"),
  };
}

function answer(response: ServerResponse, { status, headers = {}, body }: SandboxAnswer): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = body === undefined ? {} : { "content-type": "application/json;charset=UTF-8" };
  response.writeHead(status, { ...type, "x-zoom-sandbox": "true", ...headers }).end(text);
}
