import type { OpenSocket, SocketListener } from "#http/socket-route.ts";
import { createAllowance } from "#kernel/allowance.ts";
import { Refusal } from "#kernel/errors.ts";
import type { ClientMessage, Farewell, ServerMessage } from "../protocol/messages.ts";
import { SfuRefusal } from "../sfu/refusal.ts";
import { checkMessage } from "./check-message.ts";

/** Somebody's WebSocket, once their ticket was taken. */
export interface Connection {
  /** Of the ticket. */
  id: string;
  /** Sends a message that is JSON already, so that one for many is written once. */
  sendText(text: string): void;
  send(message: ServerMessage): void;
  /** Says why, and closes. */
  bye(reason: Farewell): void;
  /** Closes without a farewell. */
  end(): void;
  /** Whether one more message of theirs may be passed on to all. */
  mayBeHeard(): boolean;
}

/** Who takes what comes over a connection. */
export interface Reception {
  /** Takes a ticket, and whoever has it into their room. Null when they were not let in: they were told why. */
  hello(ticket: string, as: (id: string) => Connection): Promise<Guest | null>;
  /** Something of ours failed. */
  onFault(fault: unknown): void;
}

/** Somebody whose ticket was taken, as their room sees to them. */
export interface Guest {
  connection: Connection;
  told(message: ClientMessage): Promise<void> | void;
  cut(): void;
}

/** Malformed messages after which a client is sent away. */
const mostNonsense = 20;

/** Messages of one connection that wait for those before them. */
const mostWaiting = 200;

/** What comes over one socket: `hello` first and once, then what the protocol knows, each kind in its order. */
export function createListener(
  socket: OpenSocket,
  reception: Reception,
  helloWithin: number,
): SocketListener {
  const line = createLine(socket);
  let guest: Guest | null = null;
  let saidHello = false;
  let isGone = false;
  let nonsense = 0;
  const waiting = setTimeout(() => line.bye("invalid"), helloWithin);
  const enqueue = { media: createLane(), other: createLane() };

  async function begin(ticket: string): Promise<void> {
    clearTimeout(waiting);
    const taken = await reception.hello(ticket, (id) => ({ ...line, id }));
    if (isGone) taken?.cut();
    else guest = taken;
  }

  function misunderstood(about: string, detail: string): void {
    nonsense += 1;
    line.send({ type: "fault", about, code: "invalid_request", detail });
    if (nonsense >= mostNonsense) line.bye("invalid");
  }

  async function handle(message: ClientMessage): Promise<void> {
    try {
      if (message.type === "hello") await begin(message.ticket);
      else await guest?.told(message);
    } catch (fault) {
      line.send({ type: "fault", about: message.type, ...explain(fault) });
      if (!isExpected(fault)) reception.onFault(fault);
    }
  }

  return {
    message(text) {
      const checked = checkMessage(text);
      if ("fault" in checked) return misunderstood(checked.about, checked.fault);
      const { message } = checked;
      if ((message.type === "hello") === saidHello)
        return misunderstood(message.type, "hello comes first, and once");
      saidHello = true;
      const lane = isOfMedia(message) && guest ? enqueue.media : enqueue.other;
      if (!lane(() => handle(message))) line.bye("invalid");
    },
    flooded: () => line.bye("invalid"),
    closed() {
      isGone = true;
      clearTimeout(waiting);
      guest?.cut();
    },
    stopping: () => line.bye("restart"),
  };
}

/** Before the ticket is taken there is no guest, and all wait for that in one order. */
const isOfMedia = ({ type }: ClientMessage): boolean =>
  type === "publish" || type === "answer" || type === "candidate";

function createLine(socket: OpenSocket): Omit<Connection, "id"> {
  const sendText = (text: string) => socket.send(text);
  const send = (message: ServerMessage) => sendText(JSON.stringify(message));
  return {
    sendText,
    send,
    bye(reason) {
      send({ type: "bye", reason });
      socket.close();
    },
    end: () => socket.close(),
    mayBeHeard: createAllowance({ burst: 20, perSecond: 4 }),
  };
}

/** One after another. Answers whether there was room for one more. */
function createLane() {
  let last: Promise<void> = Promise.resolve();
  let length = 0;
  return (task: () => Promise<void>): boolean => {
    if (length >= mostWaiting) return false;
    length += 1;
    last = last.then(task).finally(() => {
      length -= 1;
    });
    return true;
  };
}

const isExpected = (fault: unknown): boolean =>
  (fault instanceof Refusal && fault.status < 500) || fault instanceof SfuRefusal;

/** What a client is told of what went wrong. */
export function explain(fault: unknown): { code: string; detail: string } {
  if (fault instanceof Refusal) return { code: fault.code, detail: fault.detail ?? fault.title };
  if (fault instanceof SfuRefusal) return { code: fault.code, detail: fault.message };
  return { code: "internal_error", detail: "something went wrong on our side" };
}
