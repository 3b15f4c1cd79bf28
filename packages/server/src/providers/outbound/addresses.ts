import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Judges addresses, as the operator would have them judged. */
export interface AddressRules {
  /** Whether we may connect to it: public, or within what the operator allows. */
  mayReach(address: string): boolean;
  /** Whether the operator named it. */
  isAllowed(address: string): boolean;
}

/**
 * Public addresses, and those within `allowed`: CIDRs such as `10.0.0.0/8` or `fd00::/8`. Throws on what is no CIDR.
 */
export function createAddressRules(allowed: readonly string[]): AddressRules {
  const ranges = allowed.map((cidr) => ipaddr.parseCIDR(cidr));
  const isAllowed = (address: string) => {
    const parsed = parse(address);
    return (
      parsed !== null &&
      ranges.some(([base, bits]) => parsed.kind() === base.kind() && parsed.match(base, bits))
    );
  };
  return { isAllowed, mayReach: (address) => isPublic(address) || isAllowed(address) };
}

/**
 * Whether an address belongs to the public internet. IPv4 in IPv6 clothes (`::ffff:10.0.0.1`) is judged as what it is;
 * what tunnels or translates to IPv4 (NAT64, 6to4, Teredo, IPv4-compatible) is not public, whatever it carries.
 */
export function isPublic(address: string): boolean {
  const parsed = parse(address);
  if (parsed === null || parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || parsed.match(globalUnicast, 3);
}

/** All that IANA has given out; the rest of IPv6 is reserved, or was given up (`::127.0.0.1`). */
const globalUnicast = ipaddr.IPv6.parse("2000::");

/** Null for other spellings than the plain ones: 010.0.0.1 means one thing here and another there. */
function parse(address: string): Address | null {
  return isIP(address) === 0 ? null : ipaddr.process(address);
}
