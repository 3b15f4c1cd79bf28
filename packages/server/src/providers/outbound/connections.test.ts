import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { describe, test } from "node:test";
import { createOutbound } from "./outbound.ts";

/** Listens until `work` is done. */
async function withServer(server: net.Server, work: (url: string) => Promise<void>): Promise<void> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
  }
}

describe("connections on the way out", () => {
  const open = () => createOutbound({ allowed: ["127.0.0.0/8"], plainHttp: true });
  const hello = (url: string) => ({ url, headers: {}, body: "hello" });

  test("are used again, one after another", async () => {
    let connections = 0;
    const receiver = http.createServer((request, response) =>
      request.resume().on("end", () => response.end()),
    );
    receiver.on("connection", () => {
      connections += 1;
    });
    await withServer(receiver, async (url) => {
      const outbound = open();
      for (const _ of "1234") assert.equal((await outbound.post(hello(url))).status, 200);
    });
    assert.equal(connections, 1);
  });

  test("that the receiver has closed are made anew, and nothing is lost", async () => {
    const bodies: string[] = [];
    // It answers once on each connection, and closes that without a word when more comes.
    const brusque = net.createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", (request) => {
        bodies.push(request.toString().split("\r\n\r\n")[1] ?? "");
        socket.write("HTTP/1.1 204 No Content\r\n\r\n");
        socket.on("data", () => socket.destroy());
      });
    });
    await withServer(brusque, async (url) => {
      const outbound = open();
      for (const _ of "123") assert.equal((await outbound.post(hello(url))).status, 204);
    });
    assert.deepEqual(bodies, ["hello", "hello", "hello"]);
  });

  test("are closed with an answer that was not read to its end", async () => {
    const closed = Promise.withResolvers<void>();
    const endless = http.createServer((_request, response) => {
      response.write("x".repeat(1_000_000));
      response.on("close", closed.resolve);
    });
    await withServer(endless, async (url) => {
      assert.equal((await open().post(hello(url))).body.length, 65_536);
      await closed.promise;
    });
  });

  test("are not used for another receiver of the same address", async () => {
    const named = (name: string) =>
      http.createServer((request, response) => request.resume().on("end", () => response.end(name)));
    const outbound = open();
    await withServer(named("one"), (first) =>
      withServer(named("other"), async (second) => {
        for (const [url, name] of [
          [first, "one"],
          [second, "other"],
          [first, "one"],
        ] as const)
          assert.equal((await outbound.post(hello(url))).body.toString(), name);
      }),
    );
  });
});
