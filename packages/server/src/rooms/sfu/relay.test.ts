import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { after, describe, test } from "node:test";
import { startChromium } from "../../../test/chromium.ts";
import { eventually } from "../../../test/eventually.ts";
import { freePorts } from "../../../test/free-ports.ts";
import { iceServersFor } from "./ice-servers.ts";
import { createSfu } from "./sfu.ts";
import { joinFromBrowser, serveBlankPage } from "./test/browser-page.ts";
import { keepFaults, localSettings } from "./test/quiet.ts";

const folders = [...(process.env.PATH ?? "").split(":"), "/usr/bin", "/usr/local/bin"];
const turnserver = folders.map((folder) => `${folder}/turnserver`).find((path) => existsSync(path));

describe("ICE servers", () => {
  test("come with credentials of coturn's REST scheme, good for an hour", () => {
    const turn = { urls: ["turn:turn.example.com"], secret: "north" };
    const now = new Date("2026-11-22T12:00:00Z");
    assert.deepEqual(iceServersFor({ iceServers: ["stun:stun.example.com"], turn }, "person:ann", now), [
      { urls: ["stun:stun.example.com"] },
      {
        urls: ["turn:turn.example.com"],
        username: "1795352400:person:ann",
        // As `printf 1795352400:person:ann | openssl dgst -sha1 -hmac north -binary | base64` says.
        credential: "6tnwGXQmHYP6WL0RPDfp6L6HMs4=",
      },
    ]);
    assert.deepEqual(iceServersFor({ iceServers: [], turn: null }, "person:ann", now), []);
  });
});

describe("browsers that may only go through a TURN server", () => {
  let coturn: ChildProcess | null = null;
  after(async () => {
    if (!coturn) return;
    const exited = once(coturn, "exit");
    coturn.kill();
    await exited;
  });

  test("see each other through coturn, with the credentials that we give", {
    skip: turnserver ? false : "no turnserver (coturn) is installed on this machine",
  }, async () => {
    const [port = 0] = await freePorts(1);
    const secret = randomBytes(16).toString("hex");
    coturn = spawn(
      turnserver ?? "",
      [
        ...["-n", "--no-cli", "--no-tls", "--no-dtls", "--log-file=stdout", "--pidfile=/dev/null"],
        ...["--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", `--listening-port=${port}`],
        ...["--allow-loopback-peers", "--realm=rooms", "--use-auth-secret"],
        `--static-auth-secret=${secret}`,
      ],
      { stdio: "ignore" },
    );
    const { log, faults } = keepFaults();
    const turn = { urls: [`turn:127.0.0.1:${port}`], secret };
    const sfu = createSfu({ settings: { ...localSettings, addresses: ["127.0.0.1"], turn }, log });
    const chromium = await startChromium();
    const blank = await serveBlankPage();
    try {
      const rtc = { iceTransportPolicy: "relay", iceServers: sfu.iceServers("person:ann", new Date()) };
      const join = async (id: string) =>
        joinFromBrowser(await chromium.visitor(), blank.url, sfu, { roomId: "relayed", id, rtc });
      const [ann, bob] = await Promise.all([join("ann"), join("bob")]);
      await Promise.all([ann.publish(["camera", "microphone"]), bob.publish(["camera", "microphone"])]);
      await eventually(async () => {
        assert.ok(((await ann.seen())["bob camera"] ?? 0) > 10);
        assert.ok(((await bob.seen())["ann microphone"] ?? 0) > 0);
      });
      assert.deepEqual(await ann.candidateTypes(), ["relay", "relay"]);
      assert.deepEqual(faults, []);
    } finally {
      await chromium.close();
      await blank.close();
      await sfu.close();
    }
  });
});
