import type { Outcome } from "#effects/effect.ts";
import type { WebhookAnswer } from "./sender-port.ts";

/** The status by which a receiver says that it wants no more. */
const goneStatus = 410;

/** The statuses with which a receiver, or what stands before it, may ask us to wait. */
const busyStatuses: readonly number[] = [429, 502, 503, 504];

/** What an answer means: 2xx has arrived, 410 ends it, all else is tried again. */
export function outcomeOf({ status, text, location, retryAfter }: WebhookAnswer): Outcome {
  if (status === null) return { result: "unreachable", detail: text };
  if (status >= 200 && status < 300) return { result: "delivered", status, detail: text || null };
  if (status === goneStatus) return { result: "dropped", status, detail: text || "Gone" };
  if (status >= 300 && status < 400) {
    const detail = `It redirects to ${location ?? "an unnamed place"}, and redirects are not followed`;
    return { result: "unreachable", status, detail };
  }
  const asks = busyStatuses.includes(status);
  return { result: "unreachable", status, detail: text || null, ...(asks && { retryAfter }) };
}

/** Whether the receiver said that it wants no more. */
export const isGone = ({ result, status }: Outcome): boolean => result === "dropped" && status === goneStatus;
