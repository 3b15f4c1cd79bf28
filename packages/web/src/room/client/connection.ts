import { Emitter } from "./emitter.ts";
import type { ClientMessage, Farewell, ServerMessage } from "./messages.ts";

/** What one ticket is good for: one coming into the room. */
export interface Ticket {
  ticket: string;
  /** Where the room is running, `wss://…`. */
  socketUrl: string;
}

/** The server will not give a ticket now: a code of its catalogue, and its own words. */
export class TicketRefused extends Error {
  readonly code: string;
  /** Whether asking again makes sense by itself: the server is overloaded or restarts. */
  readonly passes: boolean;

  constructor(code: string, detail: string, passes: boolean) {
    super(detail);
    this.code = code;
    this.passes = passes;
  }
}

/** The part of a browser's WebSocket that is used. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
}

/** What the connection needs of its surroundings. */
export interface Surroundings {
  /** Asks for a ticket. Rejects with `TicketRefused`, or anything else when the server could not be reached. */
  requestTicket(): Promise<Ticket>;
  openSocket(url: string): Socket;
  /** Calls back after so many milliseconds; answers what takes that back. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Calls back whenever the network is back or the page is looked at again; answers what ends that. */
  onReturn(callback: () => void): () => void;
  /** From 0 to 1: spreads the returns of many whom one restart has cut. */
  random(): number;
}

export type LinkState = "idle" | "connecting" | "up" | "cut" | "ended";

type Events = {
  message: ServerMessage;
  /** The new state; `up` comes with the first message of the room. */
  link: LinkState;
  /** It is over, and nothing is tried any more. */
  bye: Farewell;
  refused: TicketRefused;
};

/** Milliseconds before the next try; the last one is repeated. */
export const pauses = [500, 1_000, 2_000, 4_000, 8_000] as const;

/** Longest wait for a socket to open and to say its first word, in milliseconds. */
const patience = 10_000;

/**
 * The line to the room. It is held through cuts of the network: each try asks for a new ticket and opens a new socket,
 * after growing pauses, and at once when the network or the reader is back.
 */
export class RoomConnection extends Emitter<Events> {
  readonly #around: Surroundings;
  #link: LinkState = "idle";
  #socket: Socket | null = null;
  #tries = 0;
  /** Tickets in a row that were no good: one may have expired on the way, two are a fault. */
  #spoiled = 0;
  /** What takes back the timer that runs. */
  #takeBack: () => void = () => {};
  #stopListening: () => void = () => {};
  /** Rises with every try, so that what an earlier one still answers is let fall. */
  #attempt = 0;

  constructor(surroundings: Surroundings) {
    super();
    this.#around = surroundings;
  }

  get link(): LinkState {
    return this.#link;
  }

  /** Comes in; after the end, comes in anew. */
  open(): void {
    if (this.#link !== "idle" && this.#link !== "ended") return;
    this.#tries = 0;
    this.#spoiled = 0;
    this.#stopListening = this.#around.onReturn(() => this.#hurry());
    void this.#try("connecting");
  }

  /** Sends, or lets fall what is sent while the line is cut: after it comes a new welcome. */
  send(message: ClientMessage): void {
    if (this.#link === "up") this.#socket?.send(JSON.stringify(message));
  }

  /** Says goodbye and ends. */
  leave(): void {
    if (this.#link === "ended") return;
    this.send({ type: "leave" });
    this.#end();
  }

  /** The media says that the network is gone, which a socket learns much later: the line is set up anew. */
  suspect(): void {
    if (this.#link === "up") this.#cut();
  }

  async #try(state: "connecting" | "cut"): Promise<void> {
    const attempt = ++this.#attempt;
    this.#takeBack();
    this.#enter(state);
    try {
      const ticket = await this.#around.requestTicket();
      if (attempt === this.#attempt) this.#dial(ticket, attempt);
    } catch (fault) {
      if (attempt !== this.#attempt) return;
      if (fault instanceof TicketRefused && !fault.passes) {
        this.#end();
        this.emit("refused", fault);
      } else this.#tryLater();
    }
  }

  #dial({ ticket, socketUrl }: Ticket, attempt: number): void {
    const socket = this.#around.openSocket(socketUrl);
    this.#socket = socket;
    const isCurrent = () => attempt === this.#attempt && this.#socket === socket;
    this.#takeBack = this.#around.after(patience, () => isCurrent() && this.#cut());
    socket.onopen = () => socket.send(JSON.stringify({ type: "hello", ticket } satisfies ClientMessage));
    socket.onmessage = ({ data }) => isCurrent() && this.#hear(read(String(data)));
    socket.onclose = () => isCurrent() && this.#cut();
  }

  #hear(message: ServerMessage): void {
    if (message.type === "bye") {
      this.#part(message.reason);
      return;
    }
    if (this.#link !== "up") {
      this.#takeBack();
      this.#tries = 0;
      this.#spoiled = 0;
      this.#enter("up");
    }
    this.emit("message", message);
  }

  #part(reason: Farewell): void {
    if (reason === "restart" || (reason === "ticket" && ++this.#spoiled < 2)) {
      this.#cut();
    } else {
      this.#end();
      this.emit("bye", reason);
    }
  }

  #cut(): void {
    this.#drop();
    this.#tryLater();
  }

  #tryLater(): void {
    const step = pauses[Math.min(this.#tries++, pauses.length - 1)] as number;
    const pause = step * (0.75 + this.#around.random() / 2);
    this.#takeBack();
    this.#enter("cut");
    this.#takeBack = this.#around.after(pause, () => void this.#try("cut"));
  }

  /** Tries at once where a pause, or a try that hangs since before, would have to be waited for. */
  #hurry(): void {
    if (this.#link !== "cut") return;
    this.#drop();
    this.#tries = 0;
    void this.#try("cut");
  }

  #end(): void {
    this.#drop();
    this.#takeBack();
    this.#stopListening();
    this.#enter("ended");
  }

  #drop(): void {
    this.#attempt++;
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }

  #enter(state: LinkState): void {
    if (this.#link === state) return;
    this.#link = state;
    this.emit("link", state);
  }
}

/** Characters that turn around the direction of whatever is written after them. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu;

/** Without them: a name that somebody gave themselves stands in sentences that others have to rely on. */
function read(text: string): ServerMessage {
  const plain = (_key: string, value: unknown) =>
    typeof value === "string" ? value.replaceAll(turning, "") : value;
  return JSON.parse(text, plain) as ServerMessage;
}
