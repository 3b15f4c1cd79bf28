import type { Clock } from "#kernel/clock.ts";
import type { WebhookAnswer, WebhookSender } from "#webhooks/sender-port.ts";
import { OutboundFault } from "../outbound/fault.ts";
import type { Outbound, OutboundAnswer } from "../outbound/outbound.ts";

/** Webhooks over the guarded way out. `clock` reads dates in Retry-After. */
export const httpSender = (outbound: Outbound, clock: Clock): WebhookSender => ({
  faultOf: outbound.faultOf,
  async send(url, headers, body) {
    try {
      return answerOf(await outbound.post({ url, headers, body }), clock());
    } catch (fault) {
      if (fault instanceof OutboundFault) return { status: null, text: fault.message };
      throw fault;
    }
  },
});

/** Characters of an answer that are kept. */
const longestText = 500;

const answerOf = ({ status, headers, body }: OutboundAnswer, now: Date): WebhookAnswer => ({
  status,
  text: body.toString("utf8", 0, 4 * longestText).slice(0, longestText),
  location: headers.location,
  retryAfter: pauseOf(headers["retry-after"], now),
});

/** Retry-After is seconds or a date (RFC 9110, 10.2.3). */
function pauseOf(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const pause = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return pause > 0 ? pause : undefined;
}
