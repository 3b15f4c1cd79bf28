import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import net, { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { OutboundFault } from "./fault.ts";
import type { Resolve } from "./lookup.ts";
import { createOutbound } from "./outbound.ts";
import { certificate, key } from "./test/certificate.ts";

const loopback = ["127.0.0.0/8"];

/** What a request comes to: the answer, or what went wrong. */
const outcome = (post: Promise<{ status: number }>) =>
  post.then(
    ({ status }) => String(status),
    (fault) => {
      assert.ok(fault instanceof OutboundFault, String(fault));
      return fault.kind;
    },
  );

const hello = (url: string) => ({ url, headers: { "content-type": "text/plain" }, body: "hello" });

describe("the way out", () => {
  const seen: { method: string; url: string; headers: http.IncomingHttpHeaders; body: string }[] = [];
  const sockets = new Set<net.Socket>();
  let receiver: http.Server;
  let url: string;
  let port: number;

  before(async () => {
    receiver = http.createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      const { method = "", url: path = "", headers } = request;
      seen.push({ method, url: path, headers, body });
      answers[path]?.(response);
    });
    receiver.on("connection", (socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    });
    receiver.listen(0, "127.0.0.1");
    await once(receiver, "listening");
    port = (receiver.address() as AddressInfo).port;
    url = `http://127.0.0.1:${port}`;
  });
  after(() => {
    for (const socket of sockets) socket.destroy();
    receiver.close();
  });

  const answers: Record<string, (response: http.ServerResponse) => void> = {
    "/ok": (response) => response.end("thanks"),
    "/redirect": (response) => response.writeHead(307, { location: `${url}/never` }).end(),
    "/endless": (response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(10_000)));
      };
      response.on("drain", more);
      more();
    },
    "/drip": (response) => {
      const timer = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(timer));
    },
    "/silent": () => {},
    "/cut": (response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write("half", () => response.destroy());
    },
  };

  const open = createOutbound({ allowed: loopback, plainHttp: true });
  const closed = createOutbound({ allowed: [], plainHttp: true });

  test("carries headers and body, and brings the answer back", async () => {
    const answer = await open.post(hello(`${url}/ok`));
    assert.equal(answer.status, 200);
    assert.equal(answer.body.toString(), "thanks");
    const { method, headers, body } = seen.at(-1)!;
    assert.deepEqual(
      [method, headers["content-type"], headers["content-length"], body],
      ["POST", "text/plain", "5", "hello"],
    );
  });

  test("takes no redirect", async () => {
    assert.equal((await open.post(hello(`${url}/redirect`))).status, 307);
    assert.ok(!seen.some((request) => request.url === "/never"));
  });

  test("reads 64 kB of an endless answer and hangs up", async () => {
    const answer = await open.post(hello(`${url}/endless`));
    assert.equal(answer.status, 200);
    assert.equal(answer.body.length, 65_536);
  });

  for (const path of ["/silent", "/drip"]) {
    test(`waits no longer than it is told to: ${path}`, async () => {
      const hasty = createOutbound({ allowed: loopback, plainHttp: true, timeout: 300 });
      assert.equal(await outcome(hasty.post(hello(url + path))), "timeout");
    });
  }

  test("waits no longer for a name to be resolved", async () => {
    const never: Resolve = () => new Promise(() => {});
    const hasty = createOutbound({ allowed: loopback, plainHttp: true, timeout: 300, resolve: never });
    assert.equal(await outcome(hasty.post(hello("http://receiver.example/"))), "timeout");
  });

  test("says so when a connection breaks off, is refused, or speaks something else", async () => {
    assert.equal(await outcome(open.post(hello(`${url}/cut`))), "connection");
    const texts = [
      "220 mail.example ESMTP\r\n",
      "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: echo\r\n\r\n",
      `HTTP/1.1 200 OK\r\nx-filler: ${"x".repeat(100_000)}\r\n\r\n`,
      "",
    ];
    for (const text of texts) {
      const server = net.createServer((socket) => {
        socket.on("error", () => {});
        socket.resume().end(text);
      });
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      const other = (server.address() as AddressInfo).port;
      assert.equal(await outcome(open.post(hello(`http://127.0.0.1:${other}/`))), "connection");
      server.close();
      await once(server, "close");
      assert.equal(await outcome(open.post(hello(`http://127.0.0.1:${other}/`))), "connection");
    }
  });

  test("refuses addresses that are not public, however they are spelled", async () => {
    const before = seen.length;
    const hosts = [
      "127.0.0.1",
      "127.1",
      "2130706433",
      "017700000001",
      "0x7f000001",
      "0x7f.0.0.1",
      "127.0.0.1.",
    ];
    for (const host of [
      ...hosts,
      "0",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "[::ffff:7f00:1]",
      "[64:ff9b::7f00:1]",
    ]) {
      const target = `http://${host}:${port}/ok`;
      assert.equal(await outcome(closed.post(hello(target))), "refused", target);
      assert.match(closed.faultOf(target) ?? "", /not public/, target);
    }
    assert.equal(seen.length, before);
  });

  test("refuses what is no plain web address", async () => {
    const urls = ["ftp://example.com/", "file:///etc/passwd", "javascript:1", "nonsense", "http://", ""];
    for (const target of [...urls, "https://user:secret@example.com/", "https://user@example.com/"]) {
      assert.equal(await outcome(open.post(hello(target))), "refused", target);
      assert.ok(open.faultOf(target), target);
    }
    assert.equal(closed.faultOf("https://example.com/hooks?a=1"), null);
    const odd: [string, RegExp][] = [
      ["https://@example.com/", /user name/],
      ["https:\\\\:@example.com/", /user name/],
      ["https://example.com/#", /fragment/],
      ["https://example.com:0/", /port 0/],
      ["https://a..b/", /host name/],
      ["https://.example.com/", /host name/],
    ];
    for (const [target, fault] of odd) assert.match(closed.faultOf(target) ?? "", fault, target);
    for (const target of ["https://example.com./", "https://example.com/@a/..b?c=@"])
      assert.equal(closed.faultOf(target), null, target);
  });

  test("asks for a name's address once, and connects to the address that it looked at", async () => {
    let asked = 0;
    const rebinding: Resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? "127.0.0.2" : "127.0.0.1", family: 4 }];
    };
    const other = http.createServer((_request, response) => response.end("the second"));
    other.listen(port, "127.0.0.2");
    await once(other, "listening");
    const careful = () => createOutbound({ allowed: ["127.0.0.2/32"], plainHttp: true, resolve: rebinding });
    const target = hello(`http://receiver.example:${port}/ok`);
    const before = seen.length;
    const outbound = careful();
    for (const _ of "12") assert.equal((await outbound.post(target)).body.toString(), "the second");
    assert.equal(asked, 1);
    assert.equal(await outcome(careful().post(target)), "refused");
    assert.equal(seen.length, before);
    other.close();
  });

  test("refuses a name of which a single address is not public, and one that has none", async () => {
    const [good, bad] = ["127.0.0.2", "127.0.0.1"].map((address) => ({ address, family: 4 }));
    const named = (resolve: Resolve) =>
      outcome(
        createOutbound({ allowed: ["127.0.0.2/32"], plainHttp: true, resolve }).post(
          hello(`http://receiver.example:${port}/ok`),
        ),
      );
    const before = seen.length;
    assert.equal(await named(async () => [good!, bad!]), "refused");
    assert.equal(await named(async () => [bad!, good!]), "refused");
    assert.equal(await named(async () => [{ address: "::ffff:127.0.0.1", family: 6 }]), "refused");
    assert.equal(await named(async () => []), "connection");
    assert.equal(await named(() => Promise.reject(new Error("no such name"))), "connection");
    assert.equal(seen.length, before);
  });

  test("takes plain http only to what the operator allows, where it is not for everywhere", async () => {
    const strict = createOutbound({ allowed: loopback, plainHttp: false });
    assert.equal(await outcome(strict.post(hello(`${url}/ok`))), "200");
    assert.match(strict.faultOf("http://8.8.8.8/") ?? "", /https/);
    const strictest = createOutbound({ allowed: [], plainHttp: false });
    assert.match(strictest.faultOf("http://example.com/") ?? "", /https/);
    assert.equal(strictest.faultOf("https://example.com/"), null);
    const publicName = createOutbound({
      allowed: loopback,
      plainHttp: false,
      resolve: async () => [{ address: "8.8.8.8", family: 4 }],
    });
    assert.equal(await outcome(publicName.post(hello("http://receiver.example/"))), "refused");
  });

  test("trusts no certificate but one that it can check", async () => {
    const secure = https.createServer({ cert: certificate, key }, (_request, response) => response.end());
    secure.listen(0, "127.0.0.1");
    await once(secure, "listening");
    const target = `https://127.0.0.1:${(secure.address() as AddressInfo).port}/`;
    await assert.rejects(open.post(hello(target)), /self-signed certificate/);
    const plain = target.replace("https", "http");
    assert.equal(await outcome(open.post(hello(plain))), "connection");
    await assert.rejects(open.post(hello(url.replace("http", "https"))), { kind: "connection" });
    secure.close();
  });

  test("trusts the certificates that the operator adds, and knows nothing of proxies", async () => {
    const secure = https.createServer({ cert: certificate, key }, (_request, response) => response.end());
    secure.listen(0, "127.0.0.1");
    await once(secure, "listening");
    const target = `127.0.0.1:${(secure.address() as AddressInfo).port}/`;
    const folder = mkdtempSync(join(tmpdir(), "outbound-"));
    writeFileSync(join(folder, "ca.pem"), certificate);
    const before = seen.length;
    const program = `
      const { createOutbound } = await import(${JSON.stringify(import.meta.resolve("./outbound.ts"))});
      const outbound = createOutbound({ allowed: ["127.0.0.0/8"], plainHttp: true });
      for (const url of ["https://${target}", "${url}/ok"])
        console.log((await outbound.post({ url, headers: {}, body: "" })).status);`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
      env: {
        NODE_EXTRA_CA_CERTS: join(folder, "ca.pem"),
        NODE_USE_ENV_PROXY: "1",
        HTTP_PROXY: url,
        HTTPS_PROXY: url,
      },
    });
    rmSync(folder, { recursive: true });
    secure.close();
    assert.equal(stdout, "200\n200\n");
    assert.deepEqual(
      seen.slice(before).map((request) => request.url),
      ["/ok"],
    );
  });
});
