import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { eventually } from "../../../test/eventually.ts";
import type { SfuEvent } from "./port.ts";
import { mostViewers } from "./process/media/limits.ts";
import { createSfu, type SfuOptions } from "./sfu.ts";
import { createMediaPeer, endMediaPeers } from "./test/media-peer.ts";
import { keepFaults, localSettings } from "./test/quiet.ts";

after(endMediaPeers);

/** With what it told, and what it logged as faults. */
function startSfu(options: Partial<SfuOptions> = {}) {
  const { log, faults } = keepFaults();
  const sfu = createSfu({ settings: localSettings, log, ...options });
  const events: SfuEvent[] = [];
  sfu.onEvent((event) => void events.push(event));
  return { sfu, events, faults };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("the media process", () => {
  test("starts with the first peer, and is gone when the server has closed it", async () => {
    const { sfu, faults } = startSfu();
    assert.equal(sfu.pid, null);
    await sfu.leave("nobody");
    assert.equal(sfu.pid, null, "nobody's leaving starts nothing");
    await sfu.join({ roomId: "room", peerId: "ann", receives: true });
    const pid = sfu.pid;
    assert.ok(pid !== null && isAlive(pid));
    await sfu.close();
    assert.equal(isAlive(pid), false);
    await assert.rejects(sfu.join({ roomId: "room", peerId: "bob", receives: true }), { code: "restarting" });
    assert.deepEqual(faults, []);
  });

  test("that is killed is told of once, and is back for those who join again", async () => {
    const { sfu, events } = startSfu();
    try {
      await sfu.join({ roomId: "room", peerId: "ann", receives: true });
      const pid = sfu.pid;
      assert.ok(pid !== null);
      const offers = () => events.filter((event) => event.type === "offer" && event.peerId === "ann").length;
      await eventually(async () => assert.equal(offers(), 1));
      const underWay = sfu.join({ roomId: "room", peerId: "late", receives: true }).then(
        () => null,
        ({ code }) => code,
      );
      process.kill(pid, "SIGKILL");
      assert.ok([null, "restarting"].includes(await underWay));
      await eventually(async () => assert.equal(events.filter(({ type }) => type === "died").length, 1));
      await assert.rejects(sfu.receive("ann"), { code: /restarting|no_peer/ });
      await eventually(async () => {
        await sfu.join({ roomId: "room", peerId: "ann", receives: true }).catch(({ code }) => {
          assert.equal(code, "restarting");
          assert.fail("not back yet");
        });
      });
      assert.notEqual(sfu.pid, pid);
      await eventually(async () => assert.equal(offers(), 2));
      await sfu.leave("ann");
      assert.equal(events.filter(({ type }) => type === "died").length, 1);
    } finally {
      await sfu.close();
    }
  });

  test("that does not answer in time fails the request, and goes on when it can", async () => {
    const { sfu } = startSfu();
    const impatient = startSfu({ patience: 200 });
    try {
      await sfu.join({ roomId: "room", peerId: "ann", receives: true });
      await eventually(async () => {
        await impatient.sfu.join({ roomId: "room", peerId: "bob", receives: true }).catch(({ code }) => {
          assert.ok(["no_answer", "already_exists"].includes(code), code);
          if (code === "no_answer") assert.fail("still starting");
        });
      });
      const { pid } = impatient.sfu;
      assert.ok(pid !== null);
      process.kill(pid, "SIGSTOP");
      await assert.rejects(impatient.sfu.receive("bob"), { code: "no_answer" });
      process.kill(pid, "SIGCONT");
      await eventually(async () => {
        await impatient.sfu.receive("bob").catch(() => assert.fail("not going on yet"));
      });
    } finally {
      await sfu.close();
      await impatient.sfu.close();
    }
  });

  test("ends when its server is killed", async () => {
    const program = fileURLToPath(new URL("test/orphan.ts", import.meta.url));
    const server = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
    const [said] = await once(server.stdout, "data");
    const pid = Number(said);
    assert.ok(isAlive(pid));
    server.kill("SIGKILL");
    await eventually(async () => assert.equal(isAlive(pid), false));
  });

  test("that cannot open its ports says which setting is at fault, and is tried again ever more seldom", async () => {
    const { createSocket } = await import("node:dgram");
    const taken = createSocket("udp4");
    await new Promise<void>((done) => taken.bind(0, "127.0.0.1", done));
    const { port } = taken.address();
    const settings = { ...localSettings, addresses: ["127.0.0.1"], ports: { from: port, to: port } };
    const { sfu, events, faults } = startSfu({ settings });
    try {
      await assert.rejects(sfu.join({ roomId: "room", peerId: "ann", receives: true }));
      await eventually(async () => assert.ok(faults.some((fault) => fault.includes("ROOMS_PORTS"))));
      await eventually(async () => assert.ok(events.filter(({ type }) => type === "died").length >= 2));
      const pauses = faults.flatMap((fault) => /"pause":(\d+)/.exec(fault)?.[1] ?? []).map(Number);
      assert.ok((pauses[1] ?? 0) > (pauses[0] ?? 0), String(pauses));
      await new Promise<void>((done) => taken.close(done));
      await eventually(async () => {
        await sfu.join({ roomId: "room", peerId: "ann", receives: true }).catch(() => assert.fail("not yet"));
      });
    } finally {
      await sfu.close();
    }
  });
});

describe("the limits", () => {
  test("of people who speak in a room, and of peers in a process, refuse in words", async () => {
    const { sfu, faults } = startSfu();
    const peers = [];
    try {
      for (let number = 1; number <= 13; number += 1) {
        peers.push(await createMediaPeer(sfu, { roomId: "full", id: `peer-${number}`, receives: false }));
      }
      for (const peer of peers.slice(0, 12)) await peer.publish(["microphone"]);
      await assert.rejects(peers[12]?.publish(["microphone"]) ?? Promise.resolve(), {
        code: "room_full",
        message: /12 people speak/,
      });
      await sfu.leave("peer-1");
      await peers[12]?.publish(["microphone"]);
      const rest = Array.from({ length: mostViewers }, (_, index) => `viewer-${index}`);
      for (const peerId of rest) await sfu.join({ roomId: "other", peerId, receives: true });
      const oneTooMany = { roomId: "other", peerId: "too-many", receives: true };
      await assert.rejects(sfu.join(oneTooMany), { code: "room_full", message: /162 people/ });
      await sfu.leave("viewer-0");
      await sfu.join(oneTooMany);
      await assert.rejects(sfu.join(oneTooMany), { code: "already_exists" });
      assert.deepEqual(faults, []);
    } finally {
      for (const peer of peers) peer.close();
      await sfu.close();
    }
  });
});
