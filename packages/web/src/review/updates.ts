import { useEffect } from "react";
import { useRefresh } from "./queue.ts";

/** Milliseconds from one look to the next, however much happens. */
const pause = 2_000;

/** Looks again whenever the server says that something happened to a session, whoever did it. */
export function useUpdates(): void {
  const refresh = useRefresh();
  useEffect(() => {
    const stream = new EventSource("/api/events/screening/events");
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lookedAt = Number.NEGATIVE_INFINITY;
    const look = () => {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          lookedAt = performance.now();
          void refresh();
        },
        Math.max(0, lookedAt + pause - performance.now()),
      );
    };
    stream.addEventListener("queue-update", look);
    stream.addEventListener("resync", look);
    stream.addEventListener("revoked", () => stream.close());
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }, [refresh]);
}
