import type { Socket, Surroundings } from "./client/connection.ts";
import { requestTicket, type Visitor } from "./entry.ts";

/** The browser, as the connection to this session's room sees it. `visitor` is asked anew for each ticket. */
export const browserSurroundings = (sessionId: string, visitor: () => Visitor): Surroundings => ({
  requestTicket: () => requestTicket(sessionId, visitor()),
  openSocket: (url) => new WebSocket(url) as Socket,
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  onReturn(callback) {
    const onShown = () => document.visibilityState === "visible" && callback();
    window.addEventListener("online", callback);
    document.addEventListener("visibilitychange", onShown);
    return () => {
      window.removeEventListener("online", callback);
      document.removeEventListener("visibilitychange", onShown);
    };
  },
  random: Math.random,
});
