import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { refuse } from "#kernel/errors.ts";
import { eventually } from "../../../test/eventually.ts";
import type { RoomClient } from "../../../test/room-client.ts";
import { type FloorApp, startFloorApp } from "./test/floor-app.ts";

describe("a recording", () => {
  let floor: FloorApp;
  afterEach(async () => {
    assert.deepEqual(floor.faults, []);
    await floor.close();
  });

  const stateOf = (client: RoomClient) => client.all("recording").at(-1)?.recording;
  const until = (client: RoomClient, state: "off" | "asking" | "on") =>
    eventually(async () => assert.equal(stateOf(client)?.state, state));
  const record = async () => {
    const host = await floor.enter("host", { role: "host" });
    const guest = await floor.enter("guest");
    host.send({ type: "record", on: true });
    return { host, guest };
  };

  test("begins when everybody present has agreed, and not before", async () => {
    floor = await startFloorApp();
    const { host, guest } = await record();
    const asked = await guest.next("recording");
    assert.deepEqual([asked.recording.state, asked.mustConsent], ["asking", true]);
    assert.deepEqual([asked.recording.missing, asked.recording.declined], [[], []]);
    assert.deepEqual(stateOf(host)?.missing, [floor.book.idOf("guest")]);
    const late = await floor.come("late");
    assert.equal((await late.next("welcome")).mustConsent, true);
    guest.send({ type: "consent", agreed: true });
    await eventually(async () => assert.deepEqual(stateOf(host)?.missing, [floor.book.idOf("late")]));
    assert.deepEqual(floor.recorded, ["interrupted"]);
    late.send({ type: "consent", agreed: true });
    await until(guest, "on");
    assert.equal(stateOf(guest)?.since, floor.app.clock().toISOString());
    assert.equal(stateOf(guest)?.by, "host");
    assert.deepEqual(floor.recorded, ["interrupted", "start"]);
    assert.deepEqual(floor.book.done, ["agree host", "agree guest", "agree late"]);
    host.send({ type: "record", on: false });
    await until(guest, "off");
    assert.deepEqual(floor.recorded, ["interrupted", "start", "stop"]);
  });

  test("waits for whoever declines, until they change their mind, go, or are taken back", async () => {
    floor = await startFloorApp();
    const { host, guest } = await record();
    guest.send({ type: "consent", agreed: false });
    await eventually(async () => assert.deepEqual(stateOf(host)?.declined, [floor.book.idOf("guest")]));
    assert.equal(guest.all("recording").at(-1)?.mustConsent, false, "they have answered");
    host.send({ type: "record", on: false });
    await until(guest, "off");
    host.send({ type: "record", on: true });
    await until(host, "asking");
    assert.deepEqual(stateOf(host)?.declined, [], "they are asked again");
    await eventually(async () => assert.equal(guest.all("recording").at(-1)?.mustConsent, true));
    guest.send({ type: "leave" });
    await until(host, "on");
  });

  test("is neither seen nor heard by whoever comes late before they agree, nor are they", async () => {
    floor = await startFloorApp();
    const host = await floor.enter("host", { role: "host" });
    host.send({ type: "record", on: true });
    await until(host, "on");
    const late = await floor.come("late");
    const welcome = await late.next("welcome");
    assert.deepEqual([welcome.recording.state, welcome.mustConsent], ["on", true]);
    late.send({ type: "publish", sdp: "offer", tracks: [{ mid: "0", source: "camera" }] });
    assert.equal((await late.next("fault")).code, "consent_required");
    late.send({ type: "media", camera: true, microphone: false, screen: false });
    assert.equal((await late.next("fault")).code, "consent_required");
    assert.deepEqual([late.all("offer"), floor.sfu.peers.size], [[], 1]);
    late.send({ type: "consent", agreed: false });
    await eventually(async () => assert.deepEqual(stateOf(host)?.declined, [floor.book.idOf("late")]));
    assert.deepEqual([late.all("offer"), floor.sfu.peers.size], [[], 1]);
    late.send({ type: "consent", agreed: true });
    await late.next("offer");
    assert.equal(late.all("recording").at(-1)?.mustConsent, false);
    late.send({ type: "publish", sdp: "offer", tracks: [{ mid: "0", source: "camera" }] });
    await late.next("published");
  });

  test("no longer has whoever withdraws, and does not keep out anybody once it is off", async () => {
    floor = await startFloorApp();
    const { host, guest } = await record();
    guest.send({ type: "consent", agreed: true });
    await until(guest, "on");
    guest.send({ type: "media", camera: true, microphone: true, screen: false });
    await eventually(async () => assert.equal(host.all("changed").at(-1)?.participant.camera, true));
    guest.send({ type: "consent", agreed: false });
    await eventually(async () => assert.equal(host.all("changed").at(-1)?.participant.camera, false));
    assert.equal(floor.sfu.peers.size, 1);
    host.send({ type: "record", on: false });
    await until(guest, "off");
    await eventually(async () => assert.equal(floor.sfu.peers.size, 2));
  });

  test("does not wait for who is away, and asks them when they are back", async () => {
    floor = await startFloorApp();
    const host = await floor.enter("host", { role: "host" });
    const guest = await floor.enter("guest");
    guest.cut();
    await eventually(async () => assert.equal(host.all("changed").at(-1)?.participant.away, true));
    host.send({ type: "record", on: true });
    await until(host, "on");
    const back = await floor.come("guest");
    assert.equal((await back.next("welcome")).mustConsent, true);
  });

  test("ends when the last has left", async () => {
    floor = await startFloorApp({ times: { awayFor: 50 } });
    const host = await floor.enter("host", { role: "host" });
    host.send({ type: "record", on: true });
    await until(host, "on");
    host.cut();
    await eventually(async () => assert.deepEqual(floor.recorded, ["interrupted", "start", "stop"]));
  });

  test("is over when the media process dies, and a host may begin another", async () => {
    floor = await startFloorApp({ times: { retryAfter: 20 } });
    const host = await floor.enter("host", { role: "host" });
    host.send({ type: "record", on: true });
    await until(host, "on");
    floor.sfu.die();
    await until(host, "off");
    assert.equal((await host.next("fault")).code, "recording_interrupted");
    floor.sfu.restart();
    host.send({ type: "record", on: true });
    await until(host, "on");
    assert.deepEqual(floor.recorded, ["interrupted", "start", "interrupted", "start"]);
  });

  test("is off for all as soon as it is given up, and a host may begin another", async () => {
    floor = await startFloorApp();
    const host = await floor.enter("host", { role: "host" });
    host.send({ type: "record", on: true });
    await until(host, "on");
    floor.loseRecording();
    await until(host, "off");
    assert.equal((await host.next("fault")).code, "recording_interrupted");
    host.send({ type: "record", on: true });
    await until(host, "on");
  });

  test("is a host's to begin, where the product lets it be", async () => {
    floor = await startFloorApp({ subject: { mayBeRecorded: false } });
    const { host, guest } = await record();
    assert.equal((await host.next("fault")).code, "forbidden");
    guest.send({ type: "record", on: true });
    assert.equal((await guest.next("fault")).code, "forbidden");
    assert.deepEqual(floor.recorded, ["interrupted"]);
  });
});

test("a recording that cannot begin is off again, and its host is told why", async () => {
  const floor = await startFloorApp({ refusal: refuse("conflict", "something else is recorded") });
  const host = await floor.enter("host", { role: "host" });
  host.send({ type: "record", on: true });
  const fault = await host.next("fault");
  assert.deepEqual([fault.about, fault.code], ["record", "conflict"]);
  assert.equal(host.all("recording").at(-1)?.recording.state, "off");
  await floor.close();
});
