import dns from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { OutboundFault } from "./fault.ts";

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<{ address: string; family: number }[]>;

export const systemResolve: Resolve = (name) => dns.lookup(name, { all: true, order: "verbatim" });

/**
 * A lookup for one connection, which goes to the very addresses that were looked at here: a name that is asked a
 * second time, and answers differently then, is never asked a second time. One bad address condemns the name.
 *
 * @param faultOf what is wrong with an address, or null
 */
export const guardedLookup =
  (resolve: Resolve, faultOf: (address: string) => string | null): LookupFunction =>
  (name, options, callback) => {
    resolve(name).then(
      (found) => {
        const faults = found.map(({ address }) => faultOf(address));
        const fault = faults.find((text) => text !== null);
        const first = found[0];
        if (fault) callback(new OutboundFault("refused", fault), "");
        else if (!first) callback(new OutboundFault("connection", `${name} has no address`), "");
        else if (options.all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (fault: NodeJS.ErrnoException) =>
        callback(new OutboundFault("connection", `${name} has no address (${fault.code})`, fault), ""),
    );
  };
