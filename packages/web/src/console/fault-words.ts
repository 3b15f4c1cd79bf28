import { Problem, Unreachable } from "@convene/sdk";
import { text } from "./text.ts";

/** What a change failed with, in a sentence: the server's own where it refused, for it knows why. */
export function faultWords(fault: unknown): string {
  if (fault instanceof Unreachable) return `${text.trouble.unreachable}. ${text.trouble.unreachableDetail}`;
  if (!(fault instanceof Problem)) return text.trouble.failedDetail;
  if (fault.status === 401) return `${text.trouble.signedOut}. ${text.trouble.signedOutDetail}`;
  if (fault.status >= 500) return text.trouble.failedDetail;
  const details = fault.errors.map(({ pointer, detail }) => `${pointer} ${detail}`.trim());
  return details.length === 0 ? sentence(fault.message) : details.join("; ");
}

/** "the phone number is taken" as a sentence. */
const sentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith(".") ? "" : "."}`;

/** What the server says of one member, such as "/slug"; null where it says nothing. */
export function faultAt(fault: unknown, pointer: string): string | null {
  if (!(fault instanceof Problem)) return null;
  const details = fault.errors.filter((one) => one.pointer === pointer).map(({ detail }) => detail);
  return details.length === 0 ? null : details.join("; ");
}
