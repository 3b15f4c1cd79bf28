import type { Notice } from "./notice.ts";

/** Whom a mail is for and whom it is from, in the notice's language where we speak it, else in English. */
export function sentTo({ to, language = "en" }: Notice, sender: string): string {
  const [primary] = language.split("-");
  return primary === "de" ? `Gesendet an ${to.email} von ${sender}.` : `Sent to ${to.email} by ${sender}.`;
}
