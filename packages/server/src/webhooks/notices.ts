import type { Outcome } from "#effects/effect.ts";
import { formatMoment } from "#notifications/format.ts";
import type { Notice } from "#notifications/notice.ts";
import type { SwitchedOff } from "./sending-store.ts";
import type { Warned } from "./store.ts";

const why = {
  gone: "The receiver answered 410 Gone, which says that it wants no more webhooks.",
  failing: "Nothing has arrived there for as long as we keep trying.",
} as const;

/** Says that an endpoint was switched off, and what to do about it. */
export function warningOf(
  { id, email, name, timeZone, organizationName }: Warned,
  { url, description, failingSince }: SwitchedOff,
  reason: keyof typeof why,
  outcome: Outcome,
  now: Date,
): Notice {
  const { host, origin, pathname } = new URL(url);
  const moment = (instant: Date) => formatMoment(instant, timeZone ?? "UTC");
  const facts = [
    { label: "Organization", value: organizationName },
    // What follows the path may be a secret of the receiver's.
    { label: "Endpoint", value: origin + pathname },
    ...(description ? [{ label: "Description", value: description }] : []),
    ...(failingSince ? [{ label: "Failing since", value: moment(failingSince) }] : []),
    { label: "Switched off", value: moment(now) },
    { label: "Last answer", value: answerOf(outcome) },
  ];
  return {
    kind: "webhook.endpoint_disabled",
    to: { kind: "person", id, email, name },
    title: `Webhooks to ${host} were switched off`,
    paragraphs: [
      why[reason],
      "Nothing is sent there any more, and what was waiting is dropped, but not lost: once the receiver is well, switch the endpoint on again and replay what it missed.",
    ],
    facts,
    ...{ action: null, calendar: null, replyTo: null, from: null, isReminder: false, withPush: false },
  };
}

const answerOf = ({ status, detail }: Outcome): string =>
  [status === undefined ? "" : `HTTP ${status}`, (detail ?? "").slice(0, 200)].filter(Boolean).join(": ") ||
  "none";
