import assert from "node:assert/strict";
import { createECDH, randomBytes } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { givePassword, password, signIn } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { deleteSignIns } from "../identity/sign-ins-store.ts";
import { days } from "../kernel/clock.ts";
import { lockOwner } from "./devices-store.ts";

interface Listed {
  id: string;
  type: string;
  name: string | null;
  service: string;
}

describe("devices", () => {
  let server: TestServer;
  let organizationId: string;

  before(async () => {
    server = await startTestServer();
    organizationId = await server.build.organization();
  });
  after(() => server.close());

  const member = () => server.build.member(organizationId, "Coach");
  const expo = (name: string) => ({ type: "expo", token: `ExponentPushToken[${name}]` });
  function web(path: string) {
    const pair = createECDH("prime256v1");
    pair.generateKeys();
    const keys = { p256dh: pair.getPublicKey("base64url"), auth: randomBytes(16).toString("base64url") };
    return { type: "web", endpoint: `https://push.example/${path}`, expirationTime: null, keys };
  }
  const register = (token: string, body: object) => server.api(token).post("/api/me/devices", body);
  async function list(token: string): Promise<Listed[]> {
    const { status, body } = await server.api(token).get("/api/me/devices");
    assert.equal(status, 200);
    return body.data;
  }
  /** Registers and says under which id. */
  async function registered(token: string, body: object): Promise<string> {
    const answer = await register(token, body);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.data.id;
  }
  const idsOf = async (token: string) => (await list(token)).map(({ id }) => id);

  test("are registered, listed and removed by their owner, and show no secret", async () => {
    const { token } = await member();
    const browser = web("browser-of-its-owner");
    const phone = await registered(token, { ...expo("owner"), name: "  Phone " });
    server.clock.advance(1000);
    await registered(token, browser);
    const listed = await list(token);
    assert.deepEqual(
      listed.map(({ type, name, service }) => ({ type, name, service })),
      [
        { type: "web", name: null, service: "push.example" },
        { type: "expo", name: "Phone", service: "Expo" },
      ],
    );
    const shown = JSON.stringify(listed);
    const stored = JSON.stringify(await server.db.query("select * from devices"));
    for (const secret of [
      "ExponentPushToken",
      "browser-of-its-owner",
      browser.keys.auth,
      browser.keys.p256dh,
    ]) {
      assert.ok(!shown.includes(secret) && !stored.includes(secret), secret);
    }
    const removed = await server.api(token).delete(`/api/me/devices/${phone}`);
    assert.deepEqual([removed.status, removed.body.data.id], [200, phone]);
    assert.equal((await server.api(token).delete(`/api/me/devices/${phone}`)).status, 404);
    assert.equal((await list(token)).length, 1);
  });

  test("need a person: nobody else, and no API key, has any", async () => {
    const key = await server.build.apiKey(organizationId, ["mentorship:write"]);
    for (const [token, status] of [
      [undefined, 401],
      [key.text, 403],
    ] as const) {
      assert.equal((await server.api(token).post("/api/me/devices", expo("nobody"))).status, status);
      assert.equal((await server.api(token).get("/api/me/devices")).status, status);
    }
  });

  test("registering again keeps the one device, with its name, and takes new keys", async () => {
    const { token } = await member();
    const first = await registered(token, { ...web("same"), name: "Browser" });
    const before = await server.db.query<{ target: string }>("select target from devices where id = $1", [
      first,
    ]);
    server.clock.advance(1000);
    assert.equal(await registered(token, web("same")), first);
    const after = await server.db.query<{ target: string }>("select target from devices where id = $1", [
      first,
    ]);
    assert.notEqual(after[0]?.target, before[0]?.target);
    assert.deepEqual(
      (await list(token)).map(({ name }) => name),
      ["Browser"],
    );
  });

  test("a phone that changes hands is its new owner's alone, under another id", async () => {
    const [former, owner] = [await member(), await member()];
    const before = await registered(former.token, { ...expo("second-hand"), name: "My phone" });
    const after = await registered(owner.token, expo("second-hand"));
    assert.notEqual(after, before);
    assert.deepEqual(await idsOf(former.token), []);
    assert.deepEqual(
      (await list(owner.token)).map(({ id, name }) => ({ id, name })),
      [{ id: after, name: null }],
    );
  });

  test("two who register one phone at once: exactly one of them has it", async () => {
    for (let round = 0; round < 10; round += 1) {
      const people = await Promise.all([member(), member()]);
      await Promise.all(people.map(({ token }) => registered(token, expo(`contested-${round}`))));
      const counts = await Promise.all(people.map(async ({ token }) => (await list(token)).length));
      assert.deepEqual(counts.toSorted(), [0, 1]);
    }
  });

  test("somebody else's are not there", async () => {
    const [owner, other] = [await member(), await member()];
    const id = await registered(owner.token, expo("not-yours"));
    assert.equal((await server.api(other.token).delete(`/api/me/devices/${id}`)).status, 404);
    assert.deepEqual(await idsOf(owner.token), [id]);
    assert.deepEqual(await idsOf(other.token), []);
  });

  test("a person has 20 at most, however many come at once: the oldest makes way", async () => {
    const { token } = await member();
    const oldest = await registered(token, expo("many-0"));
    server.clock.advance(1000);
    const later = Array.from({ length: 22 }, (_, n) => registered(token, expo(`many-${n + 1}`)));
    const ids = await Promise.all(later);
    const kept = await idsOf(token);
    assert.equal(kept.length, 20);
    assert.ok(!kept.includes(oldest));
    assert.ok(kept.every((id) => ids.includes(id)));
  });

  describe("go with the sign-in that registered them", () => {
    let person: BuiltPerson;
    before(async () => {
      person = await member();
      await givePassword(server, person.id);
    });

    test("when it is signed out, and only then", async () => {
      const [here, there] = [await signIn(server, person), await signIn(server, person)];
      await registered(here.token, expo("here"));
      const stays = await registered(there.token, expo("there"));
      assert.equal((await server.api(here.token).post("/api/auth/sign-out")).status, 200);
      assert.deepEqual(await idsOf(there.token), [stays]);
    });

    test("when a change of the password ends the others", async () => {
      const [here, there] = [await signIn(server, person), await signIn(server, person)];
      await registered(there.token, expo("ended"));
      await registered(person.token, expo("from no sign-in".replaceAll(" ", "-")));
      const mine = await registered(here.token, expo("mine"));
      const change = { currentPassword: password, newPassword: `${password} 2` };
      const changed = await server.api(here.token).post("/api/auth/password", change);
      assert.equal(changed.status, 200);
      assert.deepEqual(await idsOf(changed.body.token), [mine]);
      await givePassword(server, person.id);
    });

    test("when everything is signed out, with those that came from no sign-in", async () => {
      const stranger = await member();
      const theirs = await registered(stranger.token, expo("stranger"));
      const { token } = await signIn(server, person);
      await registered(token, expo("everywhere"));
      assert.equal((await server.api(token).post("/api/auth/sign-out-everywhere")).status, 200);
      const left = await server.db.query("select id from devices where person_id = $1", [person.id]);
      assert.deepEqual(left, []);
      assert.deepEqual(await idsOf(stranger.token), [theirs]);
    });

    test("however late they come: none is registered in a sign-in that ends meanwhile", async () => {
      const { token } = await signIn(server, person);
      const late = await server.server.database.asSystem(async (tx) => {
        await lockOwner(tx, person.id);
        const answer = register(token, expo("late"));
        await eventually(async () => {
          const waiting = await server.db.query(
            "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
          );
          assert.equal(waiting.length, 1);
        });
        await deleteSignIns(tx, person.id, null);
        return { answer };
      });
      assert.equal((await late.answer).status, 401);
      assert.deepEqual(await server.db.query("select id from devices where person_id = $1", [person.id]), []);
    });

    test("and move to the next one that registers them", async () => {
      const [first, second] = [await signIn(server, person), await signIn(server, person)];
      const id = await registered(first.token, expo("moves-on"));
      assert.equal(await registered(second.token, expo("moves-on")), id);
      assert.equal((await server.api(first.token).post("/api/auth/sign-out")).status, 200);
      assert.deepEqual(await idsOf(second.token), [id]);
    });
  });

  test("bad input is named, all of it at once", async () => {
    const { token } = await member();
    const good = web("good");
    const point = Buffer.from(good.keys.p256dh, "base64url");
    const keys = (members: object) => ({ ...good, keys: { ...good.keys, ...members } });
    const offCurve = Buffer.concat([point.subarray(0, 33), randomBytes(32)]).toString("base64url");
    const cases: [object, string[]][] = [
      [{}, ["/type"]],
      [{ type: "apns", token: "x" }, ["/token", "/type"]],
      [{ type: "expo" }, ["/token"]],
      [{ type: "web" }, ["/endpoint", "/keys"]],
      [{ ...good, type: "expo" }, ["/endpoint", "/expirationTime", "/keys", "/token"]],
      [{ ...good, token: "ExponentPushToken[x]" }, ["/token"]],
      [{ type: "expo", token: "ExponentPushToken[]" }, ["/token"]],
      [{ type: "expo", token: "ExponentPushToken[a]b]" }, ["/token"]],
      [{ type: "expo", token: "fcm:abc" }, ["/token"]],
      [{ ...expo("x"), name: " " }, ["/name"]],
      [keys({ p256dh: offCurve }), ["/keys/p256dh"]],
      [keys({ p256dh: point.subarray(0, 64).toString("base64url") }), ["/keys/p256dh"]],
      [
        keys({ p256dh: Buffer.concat([Buffer.of(2), point.subarray(1, 33)]).toString("base64url") }),
        ["/keys/p256dh"],
      ],
      [
        keys({ p256dh: point.toString("base64"), auth: randomBytes(15).toString("base64url") }),
        ["/keys/auth", "/keys/p256dh"],
      ],
      [keys({ auth: "=" }), ["/keys/auth"]],
      [{ ...good, keys: {} }, ["/keys/auth", "/keys/p256dh"]],
      [{ ...good, endpoint: "push.example" }, ["/endpoint"]],
      [{ ...good, endpoint: "http://push.example/x" }, ["/endpoint"]],
      [{ ...good, endpoint: "https://ada:secret@push.example/x" }, ["/endpoint"]],
    ];
    for (const [body, pointers] of cases) {
      const { status, body: answer } = await register(token, body);
      assert.equal(status, 400, JSON.stringify(body));
      const named = answer.errors.map((error: { pointer: string }) => error.pointer).toSorted();
      assert.deepEqual(named, pointers, JSON.stringify(body));
    }
    assert.deepEqual(await list(token), []);
  });

  test("no endpoint within the operator's own network is taken", async () => {
    const { token } = await member();
    for (const host of [
      "127.0.0.1",
      "10.1.2.3",
      "169.254.169.254",
      "[::1]",
      "[::ffff:10.0.0.1]",
      "[fd00::1]",
    ]) {
      const answer = await register(token, { ...web("x"), endpoint: `https://${host}/push` });
      assert.deepEqual([answer.status, answer.body.errors?.[0].pointer], [400, "/endpoint"], host);
    }
  });

  test("go with a sign-in that has expired, once its person signs in anew", async () => {
    const person = await member();
    await givePassword(server, person.id);
    const { token } = await signIn(server, person);
    await registered(token, expo("expires"));
    server.clock.advance(days(30));
    await signIn(server, person);
    assert.deepEqual(await server.db.query("select id from devices where person_id = $1", [person.id]), []);
  });

  test("browsers find the key by which they know the server", async () => {
    const { status, body } = await server.api().get("/api/push/web-key");
    assert.equal(status, 200);
    const point = Buffer.from(body.data.publicKey, "base64url");
    assert.deepEqual([point.length, point[0]], [65, 4]);
  });
});
