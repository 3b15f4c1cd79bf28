import assert from "node:assert/strict";
import { type AddressInfo, createServer } from "node:net";
import { after, before, describe, test } from "node:test";
import { SMTPServer } from "smtp-server";
import { type Mailbox, openMailbox } from "../../../test/mailbox.ts";
import type { Mail } from "../../notifications/mail-port.ts";
import { smtpMail } from "./smtp.ts";

const mail = (to: string): Mail => ({
  organizationId: "019a0000-0000-7000-8000-000000000002",
  effectId: "019a0000-0000-5000-8000-000000000003",
  envelope: { from: "convene@convene.test", to },
  subject: "Hello",
  text: "Hello",
  html: "<p>Hello</p>",
  attachments: [],
  raw: "Subject: Hello\r\nMessage-ID: <1@convene.test>\r\n\r\n.\r\n..\r\nHello\r\n",
});

describe("mail by SMTP", () => {
  let mailbox: Mailbox;
  before(async () => {
    mailbox = await openMailbox();
  });
  after(() => mailbox.close());

  test("arrives as it was made, dots and all", async () => {
    const port = smtpMail(mailbox.url, 2);
    const reply = await port.send(mail("ada@example.com"));
    assert.equal(reply.result, "delivered");
    assert.equal(reply.status, 250);
    const [received] = await mailbox.received("ada@example.com");
    assert.equal(received?.raw, mail("").raw);
    await port.close();
  });

  test("is refused by a 5xx, and unreachable by a 4xx, with the server's words", async () => {
    const port = smtpMail(mailbox.url, 2);
    mailbox.refuse("gone@example.com");
    mailbox.defer("busy@example.com");
    assert.deepEqual(await port.send(mail("gone@example.com")), {
      result: "refused",
      status: 550,
      detail: "550 5.1.1 No such user here",
    });
    assert.deepEqual(await port.send(mail("busy@example.com")), {
      result: "unreachable",
      status: 451,
      detail: "451 4.2.1 Mailbox busy, try later",
    });
    assert.equal((await port.send(mail("ada@example.com"))).result, "delivered");
    await port.close();
  });

  test("is unreachable where nobody listens, or hangs up", async () => {
    const silent = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const url = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    for (const closed of [false, true]) {
      if (closed) await new Promise((resolve) => silent.close(resolve));
      const port = smtpMail(url, 1);
      const { result, status, detail } = await port.send(mail("ada@example.com"));
      assert.deepEqual([result, status], ["unreachable", undefined]);
      assert.ok(detail.length > 0);
      await port.close();
    }
  });
});

describe("an SMTP server that judges the sender or the message", () => {
  let server: SMTPServer;
  let url: (credentials: string) => string;

  before(async () => {
    server = new SMTPServer({
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      authOptional: true,
      disableReverseLookup: true,
      logger: false,
      onAuth: (_auth, _session, callback) => callback(new Error("wrong password")),
      onMailFrom({ address }, _session, callback) {
        const fault = Object.assign(new Error("5.7.1 Who are you?"), { responseCode: 553 });
        callback(address.startsWith("stranger") ? fault : null);
      },
      onData(stream, _session, callback) {
        stream.resume();
        stream.on("end", () => callback(Object.assign(new Error("5.6.0 No"), { responseCode: 554 })));
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    const { port } = server.server.address() as AddressInfo;
    url = (credentials) => `smtp://${credentials}127.0.0.1:${port}`;
  });
  after(() => new Promise<void>((resolve) => server.close(() => resolve())));

  test("refuses a message for good", async () => {
    const port = smtpMail(url(""), 1);
    const { result, status } = await port.send(mail("ada@example.com"));
    assert.deepEqual([result, status], ["refused", 554]);
    await port.close();
  });

  test("is tried again where it does not know us: the operator can set that right", async () => {
    const stranger = smtpMail(url(""), 1);
    const envelope = { from: "stranger@convene.test", to: "ada@example.com" };
    const refused = await stranger.send({ ...mail(""), envelope });
    assert.deepEqual([refused.result, refused.status], ["unreachable", 553]);
    await stranger.close();
    const port = smtpMail(url("convene:wrong@"), 1);
    const { result, status } = await port.send(mail("ada@example.com"));
    assert.deepEqual([result, status], ["unreachable", 535]);
    await port.close();
  });
});
