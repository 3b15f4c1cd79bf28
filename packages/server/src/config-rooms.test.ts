import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readConfig } from "./config.ts";

describe("the settings of the rooms' media", () => {
  test("need not be set: any port, the machine's own addresses, loopback while the server listens on it", () => {
    const { rooms } = readConfig({});
    assert.deepEqual(rooms, {
      ...{ ports: null, addresses: [], onLoopback: true, iceServers: [], turn: null },
      ...{ cameraBitrate: 900_000, screenBitrate: 1_500_000 },
    });
    assert.equal(readConfig({ HOST: "0.0.0.0" }).rooms.onLoopback, false);
    assert.equal(readConfig({ HOST: "::1" }).rooms.onLoopback, true);
  });

  test("are read as they are documented", () => {
    const { rooms } = readConfig({
      ROOMS_PORTS: "40000-40999",
      ROOMS_ADDRESSES: "203.0.113.9, 2001:db8::9",
      ROOMS_CAMERA_KBITS: "600",
      ICE_SERVERS: "stun:stun.example.com:3478",
      TURN_URLS: "turn:turn.example.com,turns:turn.example.com:5349?transport=tcp",
      TURN_SECRET: "north",
    });
    assert.deepEqual(rooms.ports, { from: 40_000, to: 40_999 });
    assert.deepEqual(rooms.addresses, ["203.0.113.9", "2001:db8::9"]);
    assert.equal(rooms.cameraBitrate, 600_000);
    assert.deepEqual(rooms.iceServers, ["stun:stun.example.com:3478"]);
    assert.deepEqual(rooms.turn, {
      urls: ["turn:turn.example.com", "turns:turn.example.com:5349?transport=tcp"],
      secret: "north",
    });
  });

  test("are refused by name where they cannot be meant", () => {
    const refused: [setting: string, value: string][] = [
      ["ROOMS_PORTS", "40000"],
      ["ROOMS_PORTS", "40999-40000"],
      ["ROOMS_PORTS", "0-70000"],
      ["ROOMS_ADDRESSES", "video.example.com"],
      ["ROOMS_CAMERA_KBITS", "50"],
      ["ROOMS_SCREEN_KBITS", "much"],
      ["ICE_SERVERS", "https://stun.example.com"],
      ["TURN_URLS", "turn:turn.example.com"],
      ["TURN_SECRET", "north"],
    ];
    for (const [setting, value] of refused) {
      assert.throws(
        () => readConfig({ [setting]: value }),
        ({ message }: Error) => message.includes(setting),
        `${setting}=${value}`,
      );
    }
  });
});
