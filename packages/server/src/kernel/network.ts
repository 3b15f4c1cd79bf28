import { isIPv6 } from "node:net";

/**
 * By what a caller is counted where an address has limits. An IPv4 address is itself, also when it comes written as
 * IPv6; of any other IPv6 address it is the network of 64 bits, which is what one household gets and chooses from at
 * will. Anything else is as it is.
 */
export function networkOf(address: string): string {
  const [plain = ""] = address.split("%");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped || !isIPv6(plain)) return mapped ?? address;
  // In its usual form, with one row of zeros left out at most.
  const { hostname } = new URL(`http://[${plain}]`);
  const [before = [], after = []] = hostname
    .slice(1, -1)
    .split("::")
    .map((groups) => groups.split(":").filter((group) => group !== ""));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}
