import { isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";
import type { SfuSettings } from "../../settings.ts";

/** A socket to open, and the addresses under which browsers are to reach it. */
export interface Place {
  /** What the socket binds to. */
  bind: string;
  announced: string[];
}

/**
 * One place for each of the machine's addresses, so that answers leave from the address that was asked. Where one of
 * the set addresses is not this machine's own (NAT), one place for all of a family.
 */
export function chooseAddresses(
  { addresses, onLoopback }: Pick<SfuSettings, "addresses" | "onLoopback">,
  own = ownAddresses(),
): Place[] {
  const loopback = onLoopback ? own.loopback : [];
  const wanted = addresses.length > 0 ? addresses : own.others;
  const announced = [...new Set([...wanted, ...loopback])];
  const usable = announced.length > 0 ? announced : own.loopback;
  const known = new Set([...own.others, ...own.loopback]);
  const isBehindNat = usable.some((address) => !known.has(address));
  if (!isBehindNat) return usable.map((address) => ({ bind: address, announced: [address] }));
  const families = [
    { bind: "0.0.0.0", announced: usable.filter((address) => !isIPv6(address)) },
    { bind: "::", announced: usable.filter((address) => isIPv6(address)) },
  ];
  return families.filter(({ announced }) => announced.length > 0);
}

/** Without link-local addresses, which mean nothing elsewhere. */
function ownAddresses(): { loopback: string[]; others: string[] } {
  const all = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  const usable = all.filter(({ address }) => !/^(fe80:|169\.254\.)/i.test(address));
  const loopback = usable.filter(({ internal }) => internal).map(({ address }) => address);
  return {
    loopback: loopback.length > 0 ? loopback : ["127.0.0.1"],
    others: usable.filter(({ internal }) => !internal).map(({ address }) => address),
  };
}
