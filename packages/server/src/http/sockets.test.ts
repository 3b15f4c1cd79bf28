import assert from "node:assert/strict";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { after, before, describe, test } from "node:test";
import { WebSocket } from "ws";
import { eventually } from "../../test/eventually.ts";
import { type SmallApp, startSmallApp } from "../../test/small-app.ts";
import type { SocketRoute } from "./socket-route.ts";
import type { SocketLimits } from "./sockets.ts";

/** The ids in the paths of those that ended. */
interface Told {
  ends: string[];
}

/** Answers what it is sent; `big` is answered with a megabyte again and again. */
const echo = (told: Told): SocketRoute => ({
  path: "/echo/:id/socket",
  largestMessage: 1_000,
  open(socket, params) {
    return {
      message(text) {
        if (text !== "big") return socket.send(`you said ${text}`);
        for (let n = 0; n < 64; n += 1) socket.send("x".repeat(1024 * 1024));
      },
      flooded: () => socket.send("too much"),
      closed: () => told.ends.push(params.id ?? ""),
      stopping: () => socket.send("goodbye"),
    };
  },
});

async function start(limits: Partial<SocketLimits> = {}) {
  const told: Told = { ends: [] };
  const app = await startSmallApp([], { house: { socketLimits: limits }, sockets: () => [echo(told)] });
  return { app, told, url: `${app.url.replace("http", "ws")}/echo/one/socket` };
}

/** Opens a socket, or rejects with the status that it was refused with. */
async function open(url: string, options: { origin?: string } = {}): Promise<WebSocket> {
  const socket = new WebSocket(url, options);
  await new Promise<void>((resolve, reject) => {
    socket.on("open", resolve);
    socket.on("unexpected-response", (_request, response) => reject(new Error(`${response.statusCode}`)));
    socket.on("error", reject);
  });
  return socket;
}

const heard = async (socket: WebSocket): Promise<string> => String((await once(socket, "message"))[0]);
const ended = async (socket: WebSocket): Promise<number> =>
  socket.readyState === socket.CLOSED ? 0 : ((await once(socket, "close"))[0] as number);

describe("a WebSocket", () => {
  let app: SmallApp;
  let told: Told;
  let url: string;
  before(async () => {
    ({ app, told, url } = await start({ burst: 10, perSecond: 1, pingEvery: 50, silentFor: 500 }));
  });
  after(() => app.close());

  test("carries texts both ways", async () => {
    const socket = await open(url);
    socket.send("hello");
    assert.equal(await heard(socket), "you said hello");
    socket.close();
    await eventually(async () => assert.deepEqual(told.ends, ["one"]));
  });

  test("can be opened by pages of this site and of those that are allowed, and by what is no page", async () => {
    for (const origin of ["http://convene.test", "https://app.example"])
      (await open(url, { origin })).close();
    for (const origin of ["https://evil.example", "null", "http://convene.test:81"]) {
      await assert.rejects(open(url, { origin }), /403/);
    }
  });

  test("is opened where there is one, and nowhere else", async () => {
    await assert.rejects(open(url.replace("/socket", "")), /404/);
    await assert.rejects(open(url.replace(/echo.*/, "healthz")), /200/);
    const plain = await fetch(url.replace("ws", "http"));
    assert.equal(plain.status, 404);
  });

  test("leaves alone those who offer another protocol with their request", async () => {
    const asked = request(`${app.url}/healthz`, {
      headers: {
        connection: "Upgrade, HTTP2-Settings",
        upgrade: "h2c",
        "http2-settings": "AAMAAABkAAQAAP__",
      },
    }).end();
    const [response] = await once(asked, "response");
    response.resume();
    assert.equal(response.statusCode, 200);
  });

  test("ends when a message is too large, and only then", async () => {
    const socket = await open(url);
    socket.send("x".repeat(1_000));
    assert.equal((await heard(socket)).length, 1_009);
    socket.send("x".repeat(1_001));
    assert.equal(await ended(socket), 1009);
  });

  test("takes what is no text for an empty one", async () => {
    const socket = await open(url);
    socket.send(Buffer.from([1, 2, 3]));
    assert.equal(await heard(socket), "you said ");
    socket.close();
  });

  test("ends when more comes than anybody sends", async () => {
    const socket = await open(url);
    const texts: string[] = [];
    socket.on("message", (data) => texts.push(String(data)));
    for (let n = 0; n < 50; n += 1) socket.send("more");
    assert.equal(await ended(socket), 1008);
    assert.equal(texts.at(-1), "too much");
    assert.ok(texts.length < 15);
  });

  test("ends when nothing answers any more, and not before", async () => {
    const quiet = await open(url);
    const cut = await open(url.replace("one", "cut"));
    cut.pause();
    await eventually(async () => assert.equal(told.ends.at(-1), "cut"));
    assert.equal(quiet.readyState, quiet.OPEN);
    quiet.close();
    cut.terminate();
  });
});

test("a reader that does not keep up is cut off", async () => {
  const { app, told, url } = await start();
  const slow = await open(url);
  slow.send("big");
  slow.pause();
  await eventually(async () => assert.deepEqual(told.ends, ["one"]));
  slow.terminate();
  await app.close();
});

test("one address, and one process, have so many WebSockets and no more", async () => {
  const { app, url } = await start({ perAddress: 3, perProcess: 1_000 });
  try {
    const sockets = await Promise.all(Array.from({ length: 200 }, () => open(url).catch(String)));
    const isOpen = (socket: WebSocket | string): socket is WebSocket => typeof socket !== "string";
    assert.equal(sockets.filter(isOpen).length, 3);
    assert.deepEqual(
      sockets.filter((socket) => !isOpen(socket) && !/429/.test(socket)),
      [],
    );
    for (const socket of sockets.filter(isOpen)) socket.close();
    await eventually(async () => {
      const socket = await open(url).catch(() => null);
      assert.ok(socket);
      socket.close();
    });
  } finally {
    await app.close();
  }
  const small = await start({ perProcess: 1 });
  try {
    const first = await open(small.url);
    await assert.rejects(open(small.url), /503/);
    first.close();
  } finally {
    await small.app.close();
  }
});

test("a request that opens no WebSocket takes no place of one", async () => {
  const { app, url } = await start({ perAddress: 1 });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    for (let n = 0; n < 3; n += 1) {
      const asked = request(url.replace("ws", "http"), { agent });
      asked.end();
      const [answer] = await once(asked, "response");
      assert.equal(answer.statusCode, 404);
      answer.resume();
      await once(answer, "end");
    }
    (await open(url)).close();
  } finally {
    agent.destroy();
    await app.close();
  }
});

test("a server that stops says so, and waits for nobody for long", async () => {
  const { app, told, url } = await start({ closeWithin: 200 });
  const [polite, frozen] = [await open(url), await open(url)];
  const texts: string[] = [];
  polite.on("message", (data) => texts.push(String(data)));
  frozen.pause();
  const end = ended(polite);
  await app.close();
  assert.equal(await end, 1001);
  assert.deepEqual(texts, ["goodbye"]);
  assert.deepEqual(told.ends, ["one", "one"]);
  frozen.terminate();
});
