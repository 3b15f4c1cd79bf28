import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { pauses, RoomConnection, type Socket, TicketRefused } from "./connection.ts";
import type { ServerMessage } from "./messages.ts";

class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly sent: { type: string }[] = [];
  isClosed = false;
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.isClosed = true;
  }
  say(message: ServerMessage): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

const lobby: ServerMessage = { type: "lobby", awaits: "host", ahead: null };

let sockets: FakeSocket[];
let timers: { milliseconds: number; callback: () => void }[];
let comeBack: () => void;
let tickets: (() => Promise<{ ticket: string; socketUrl: string }>)[];
let asked: number;
let connection: RoomConnection;
let heard: string[];

/** Lets the promises that are settled be followed. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const newest = (): FakeSocket => sockets.at(-1)!;
const ring = () => timers.shift()?.callback();

async function comeIn(): Promise<void> {
  connection.open();
  await settle();
  newest().onopen?.();
  newest().say(lobby);
}

beforeEach(() => {
  sockets = [];
  timers = [];
  tickets = [];
  asked = 0;
  heard = [];
  connection = new RoomConnection({
    requestTicket() {
      asked++;
      return tickets.shift()?.() ?? Promise.resolve({ ticket: `t${asked}`, socketUrl: "ws://room" });
    },
    openSocket() {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    after(milliseconds, callback) {
      const timer = { milliseconds, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    onReturn(callback) {
      comeBack = callback;
      return () => {
        comeBack = () => {};
      };
    },
    random: () => 0.5,
  });
  connection.on("message", ({ type }) => heard.push(type));
  connection.on("bye", (reason) => heard.push(`bye ${reason}`));
  connection.on("refused", ({ code }) => heard.push(`refused ${code}`));
  connection.on("link", (link) => heard.push(link));
});

it("what turns the direction of writing around is taken out of names and texts", async () => {
  const messages: ServerMessage[] = [];
  connection.on("message", (message) => messages.push(message));
  await comeIn();
  const people = [
    {
      id: "gus",
      since: "2026-03-01T10:00:00Z",
      name: "\u202eGus\u2066 \u05d3\u05d5\u05d3",
      awaits: "host" as const,
    },
  ];
  newest().say({ type: "waiting", people });
  assert.deepEqual(messages.at(-1), {
    type: "waiting",
    people: [{ ...people[0], name: "Gus \u05d3\u05d5\u05d3" }],
  });
});

describe("coming in", () => {
  it("says hello with the ticket first, and is up with the room's first word", async () => {
    await comeIn();
    assert.deepEqual(newest().sent, [{ type: "hello", ticket: "t1" }]);
    assert.deepEqual(heard, ["connecting", "up", "lobby"]);
    assert.equal(timers.length, 0, "nothing is waited for any more");
  });

  it("ends with the server's word when a ticket is refused", async () => {
    tickets = [() => Promise.reject(new TicketRefused("forbidden", "no", false))];
    connection.open();
    await settle();
    assert.deepEqual(heard, ["connecting", "ended", "refused forbidden"]);
    assert.equal(timers.length, 0);
  });

  it("is tried again after growing pauses while the server cannot be reached", async () => {
    tickets = pauses.map(() => () => Promise.reject(new TypeError("network")));
    connection.open();
    for (const pause of pauses) {
      await settle();
      assert.equal(timers[0]?.milliseconds, pause);
      ring();
    }
    await settle();
    newest().say(lobby);
    assert.equal(connection.link, "up");
  });
});

describe("a cut", () => {
  it("is followed by a new ticket on a new socket", async () => {
    await comeIn();
    newest().onclose?.();
    assert.equal(connection.link, "cut");
    ring();
    await settle();
    newest().onopen?.();
    newest().say(lobby);
    assert.equal(connection.link, "up");
    assert.deepEqual(newest().sent, [{ type: "hello", ticket: "t2" }]);
    assert.equal(sockets.length, 2);
  });

  it("is over at once when the network or the reader is back", async () => {
    await comeIn();
    newest().onclose?.();
    comeBack();
    await settle();
    assert.equal(asked, 2);
    assert.equal(sockets.length, 2);
  });

  it("lets fall what an earlier try answers late", async () => {
    await comeIn();
    const old = newest();
    newest().onclose?.();
    comeBack();
    await settle();
    old.say({ type: "bye", reason: "ended" });
    assert.equal(old.isClosed, true);
    assert.equal(connection.link, "cut");
  });

  it("is what a silent server comes to after ten seconds", async () => {
    connection.open();
    await settle();
    assert.equal(timers[0]?.milliseconds, 10_000);
    ring();
    assert.equal(newest().isClosed, true);
    assert.equal(connection.link, "cut");
  });
});

describe("a farewell", () => {
  it("ends the connection, and nothing is tried again", async () => {
    await comeIn();
    newest().say({ type: "bye", reason: "removed" });
    comeBack();
    await settle();
    assert.deepEqual(heard, ["connecting", "up", "lobby", "ended", "bye removed"]);
    assert.equal(asked, 1);
    assert.equal(timers.length, 0);
  });

  it("of a server that restarts is a cut", async () => {
    await comeIn();
    newest().say({ type: "bye", reason: "restart" });
    assert.equal(connection.link, "cut");
  });

  it("about a spoiled ticket is believed the second time", async () => {
    connection.open();
    await settle();
    newest().say({ type: "bye", reason: "ticket" });
    assert.equal(connection.link, "cut");
    ring();
    await settle();
    newest().say({ type: "bye", reason: "ticket" });
    assert.equal(heard.at(-1), "bye ticket");
  });

  it("of one's own is said before the socket closes, and one may come back", async () => {
    await comeIn();
    connection.leave();
    assert.deepEqual(newest().sent.at(-1), { type: "leave" });
    assert.equal(newest().isClosed, true);
    await comeIn();
    assert.equal(connection.link, "up");
    assert.equal(asked, 2);
  });
});
