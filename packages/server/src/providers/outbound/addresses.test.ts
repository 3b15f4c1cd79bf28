import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createAddressRules, isPublic } from "./addresses.ts";

const refused = {
  "this network": ["0.0.0.0", "0.1.2.3", "::"],
  loopback: ["127.0.0.1", "127.255.255.254", "::1"],
  private: ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
  "link-local, the clouds' metadata among it": ["169.254.169.254", "fe80::1", "fe80::1%eth0"],
  "carrier-grade NAT": ["100.64.0.1", "100.127.255.255"],
  multicast: ["224.0.0.1", "239.255.255.255", "ff02::1"],
  broadcast: ["255.255.255.255"],
  "reserved, benchmarks and documentation": [
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "240.0.0.1",
    "2001:db8::1",
    "2001:2::1",
    "3fff::1",
    "5f00::1",
    "100::1",
  ],
  "unique-local and site-local": ["fc00::1", "fd12:3456::1", "fec0::1"],
  "IPv4 in IPv6": ["::ffff:10.0.0.1", "::ffff:7f00:1", "::127.0.0.1", "::7f00:1", "::ffff:0:127.0.0.1"],
  NAT64: ["64:ff9b::7f00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::a00:1"],
  "6to4 and Teredo": ["2002:7f00:1::1", "2002:a00:1::", "2001:0:7f00:1::1"],
  "what is no plain address": ["0177.0.0.1", "0x7f.0.0.1", "2130706433", "127.1", "localhost", ""],
};

describe("public addresses", () => {
  for (const [range, addresses] of Object.entries(refused)) {
    test(`are none of ${range}`, () => {
      for (const address of addresses) assert.equal(isPublic(address), false, address);
    });
  }

  test("are all the others", () => {
    const addresses = ["1.1.1.1", "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "223.255.255.255"];
    for (const address of [...addresses, "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8"])
      assert.equal(isPublic(address), true, address);
  });
});

describe("networks that the operator allows", () => {
  const rules = createAddressRules(["10.0.0.0/8", "fd00::/8"]);

  test("may be reached, also where IPv4 is written as IPv6", () => {
    for (const address of ["10.1.2.3", "::ffff:10.1.2.3", "fd12::1"])
      assert.equal(rules.mayReach(address), true, address);
  });

  test("open nothing else", () => {
    for (const address of ["127.0.0.1", "192.168.0.1", "fe80::1", "::1", "64:ff9b::a01:203"])
      assert.equal(rules.mayReach(address), false, address);
  });

  test("are told apart from public addresses", () => {
    assert.equal(rules.isAllowed("8.8.8.8"), false);
    assert.equal(rules.mayReach("8.8.8.8"), true);
  });

  test("must be CIDRs", () => {
    assert.throws(() => createAddressRules(["10.0.0.0"]));
  });
});
