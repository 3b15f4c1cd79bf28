import type { Clock } from "#kernel/clock.ts";
import type { PushAnswer, PushMessage, PushTarget, WebPush } from "#notifications/push-port.ts";
import { quote, readRetryAfter } from "../outbound/answers.ts";
import { OutboundFault } from "../outbound/fault.ts";
import type { Outbound, OutboundAnswer } from "../outbound/outbound.ts";

/** Our identity towards the push services of browsers (VAPID, RFC 8292). */
interface Vapid {
  publicKey: string;
  privateKey: string;
  /** Whom a service may write to: a mailto: or https: URL. */
  subject: string;
}

interface Options {
  vapid: Vapid;
  /** Endpoints are what users say they are: they must not lead into the operator's network. */
  outbound: Outbound;
  clock: Clock;
}

/** Web Push (RFC 8030), encrypted for the browser (RFC 8291) and signed (RFC 8292). */
export const webPushServices = ({ vapid, outbound, clock }: Options): WebPush => ({
  publicKey: vapid.publicKey,
  faultOf: (endpoint) => (isSafe(endpoint) ? outbound.faultOf(endpoint) : "must be an https URL"),
  async send(subscription, message) {
    const { endpoint, headers, body } = await requestFor(vapid, subscription, message);
    try {
      return judge(await outbound.post({ url: endpoint, headers, body }), clock());
    } catch (fault) {
      if (!(fault instanceof OutboundFault)) throw fault;
      return { result: fault.kind === "refused" ? "refused" : "unreachable", detail: fault.message };
    }
  },
});

/** Plain http is for services that somebody tries out on their own machine. */
function isSafe(endpoint: string): boolean {
  const { protocol, hostname } = URL.canParse(endpoint) ? new URL(endpoint) : { protocol: "", hostname: "" };
  return protocol === "https:" || (protocol === "http:" && /^(127\.0\.0\.1|\[::1\])$/.test(hostname));
}

async function requestFor(
  vapidDetails: Vapid,
  { endpoint, keys }: Extract<PushTarget, { type: "web" }>,
  { id, kind, title, body, url, ttl, isUrgent }: PushMessage,
) {
  const content = JSON.stringify({ id, kind, title, body, url });
  // Read with the first push: a start has nothing to send.
  const { default: webPush } = await import("web-push");
  const details = webPush.generateRequestDetails({ endpoint, keys }, content, {
    vapidDetails,
    TTL: ttl,
    urgency: isUrgent ? "high" : "normal",
    topic: topicOf(id),
  });
  const headers = Object.entries(details.headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { endpoint, headers: Object.fromEntries(headers), body: details.body ?? "" };
}

/** An id as a topic, which has at most 32 characters of base64url: a message that waits gives way to its repeat. */
const topicOf = (uuid: string): string => Buffer.from(uuid.replaceAll("-", ""), "hex").toString("base64url");

function judge({ status, headers, body }: OutboundAnswer, now: Date): PushAnswer {
  if (status >= 200 && status < 300) return { result: "delivered", detail: null, status };
  const words = quote(body.toString("utf8"));
  const detail = `the push service answered ${status}${words ? `: ${words}` : ""}`;
  if (status === 404 || status === 410) return { result: "gone", detail, status };
  if (status === 429 || status >= 500) {
    return { result: "unreachable", detail, status, retryAfter: readRetryAfter(headers["retry-after"], now) };
  }
  return { result: "refused", detail, status };
}
