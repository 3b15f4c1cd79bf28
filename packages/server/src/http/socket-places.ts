import type { Socket } from "node:net";
import { refuse } from "#kernel/errors.ts";

interface PlaceLimits {
  perAddress: number;
  perProcess: number;
}

/** How many WebSockets there are, in all and from each address. */
export function createSocketPlaces({ perAddress, perProcess }: PlaceLimits) {
  const taken = new Map<string, number>();
  let open = 0;
  let isClosed = false;
  return {
    close() {
      isClosed = true;
    },
    /** Takes a place until the connection is gone. Refuses with 429 or 503 when there is none. */
    take(address: string, connection: Socket): void {
      const own = taken.get(address) ?? 0;
      if (isClosed || open >= perProcess)
        throw refuse("unavailable", "no more sockets fit into this process");
      if (own >= perAddress)
        throw refuse("too_many_requests", `${own} sockets are open from your address: close one first`);
      open += 1;
      taken.set(address, own + 1);
      connection.once("close", () => {
        open -= 1;
        const left = (taken.get(address) ?? 0) - 1;
        if (left > 0) taken.set(address, left);
        else taken.delete(address);
      });
    },
  };
}
