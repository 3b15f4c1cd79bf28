import { domainToASCII } from "node:url";
import { hasControlCharacter } from "./text.ts";

/** RFC 5321, 4.5.3.1.1, and the path limit of 4.5.3.1.3 without its angle brackets. */
const LOCAL_LONGEST = 64;
const ADDRESS_LONGEST = 254;

/** One atom of RFC 5322's dot-atom (3.2.3), and one label of a host name (RFC 1123, 2.1). */
const ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/;
const LABEL = /^[A-Za-z0-9-]{1,63}$/;

/**
 * An e-mail address as a mailbox that mail can be sent to (RFC 5321 addr-spec): a dot-atom of at most 64
 * characters, `@`, a domain of at least two labels, at most 254 characters in all. Returns the trimmed
 * address with its case kept; an internationalised domain becomes its lower-case ASCII form (RFC 5891).
 *
 * Null for the rest, which includes display names, quoted local parts, address literals (`[192.0.2.1]`),
 * local parts outside ASCII (they need a SMTPUTF8 path all the way) and control characters anywhere.
 */
export function parseEmail(text: string): string | null {
  if (hasControlCharacter(text)) return null;
  const given = text.trim();
  // Also keeps long hostile text away from the work below.
  if (given.length > ADDRESS_LONGEST) return null;
  const at = given.lastIndexOf("@");
  if (at < 1) return null;
  const local = given.slice(0, at);
  const domain = toHostName(given.slice(at + 1));
  if (domain === null || local.length > LOCAL_LONGEST) return null;
  if (!local.split(".").every((atom) => ATOM.test(atom))) return null;
  const address = `${local}@${domain}`;
  return address.length > ADDRESS_LONGEST ? null : address;
}

/**
 * What two addresses are compared by: equal keys mean the same mailbox. Takes what `parseEmail` returned.
 * The local part is folded as well, although RFC 5321 leaves its case to the host: no host in use tells
 * `Anna@` from `anna@`.
 */
export function emailKey(address: string): string {
  return address.toLowerCase();
}

function toHostName(domain: string): string | null {
  const host = /^[\x20-\x7e]*$/.test(domain) ? domain : internationalToAscii(domain);
  const labels = host.split(".");
  if (labels.length < 2 || !labels.every(isLabel)) return null;
  // No top-level domain is a number (RFC 3696, 2): this is an IPv4 address without its brackets.
  return /^\d+$/.test(labels.at(-1) ?? "") ? null : host;
}

/**
 * Empty when it is no domain. `domainToASCII` reads the host of a URL: it would undo `%41` and drop what
 * follows a slash, so the ASCII characters are checked before.
 */
function internationalToAscii(domain: string): string {
  return /^[A-Za-z0-9.\u{80}-\u{10ffff}-]+$/u.test(domain) ? domainToASCII(domain) : "";
}

function isLabel(label: string): boolean {
  return LABEL.test(label) && !label.startsWith("-") && !label.endsWith("-");
}
