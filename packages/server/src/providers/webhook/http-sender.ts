import type { Clock } from "#kernel/clock.ts";
import type { WebhookAnswer, WebhookSender } from "#webhooks/sender-port.ts";
import { quote, readRetryAfter } from "../outbound/answers.ts";
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
  text: quote(body.toString("utf8"), longestText),
  location: headers.location && quote(headers.location, longestText),
  retryAfter: readRetryAfter(headers["retry-after"], now),
});
