import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { Conversation } from "./conversation.ts";
import { type Fault, type Kept, pauses, type Unsent } from "./outbox.ts";
import { ask, sessionOf } from "./sample.ts";
import type { Answer, Session } from "./session.ts";

/** pets leads to kind when it is true; everything else goes on in order. */
const questions = [
  ask("name", { next: "pets" }),
  ask("pets", { type: "yes_no" }),
  ask("kind", { next: "move" }),
  ask("move", { next: null }),
];

/** A server of the four questions, which takes everything but "wrong". */
class FakeServer {
  submission: Record<string, Answer> = {};
  sent: string[] = [];
  fault: Fault | null = null;
  isFinished = false;

  get session(): Session {
    const asked = ["name", "pets", ...(this.submission.pets === true ? ["kind"] : []), "move"];
    const kept = Object.entries(this.submission).filter(([key]) => asked.includes(key));
    this.submission = Object.fromEntries(kept);
    const ending = this.isFinished ? ({ kind: "completed", text: null } as const) : null;
    return sessionOf(questions, asked, this.submission, { ending });
  }

  async take({ id, key, value }: Unsent): Promise<Session> {
    if (this.fault) throw this.fault;
    this.sent.push(`${key} ${id}`);
    if (value === "wrong") throw { kind: "value", isTooLarge: false } satisfies Fault;
    this.submission[key] = value;
    return this.session;
  }
}

const offline: Fault = { kind: "passing", isOffline: true, after: null };

let server: FakeServer;
let kept: Kept;
let timers: { milliseconds: number; callback: () => void }[];
let lastId: number;

const open = () =>
  new Conversation(server.session, {
    recall: () => structuredClone(kept),
    remember: (now) => {
      kept = structuredClone(now);
    },
    send: (answer) => server.take(answer),
    async finish() {
      if (server.fault) throw server.fault;
      server.isFinished = true;
      return server.session;
    },
    look: async () => server.session,
    judge: (fault) => fault as Fault,
    after(milliseconds, callback) {
      const timer = { milliseconds, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    newId: () => `id${++lastId}`,
    onChange() {},
  });

/** Lets the promises that are settled be followed. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What is shown: the answers, those that the server does not have yet with a star, and what is asked or awaited. */
function shown({ view }: Conversation): string {
  const turns = view.turns.map(
    ({ question, answer, state }) => `${question.key}=${answer}${state === "stored" ? "" : "*"}`,
  );
  return [...turns, view.current?.key ?? view.phase].join(" ");
}

beforeEach(() => {
  server = new FakeServer();
  kept = { answers: [], finish: null };
  timers = [];
  lastId = 0;
});

describe("online", () => {
  test("the next question comes at once where it is known, and else with the server's word", async () => {
    const talk = open();
    talk.answer("name", "Ada");
    assert.equal(shown(talk), "name=Ada* pets");
    await settle();
    talk.answer("pets", true);
    assert.equal(shown(talk), "name=Ada pets=true* waiting");
    await settle();
    assert.equal(shown(talk), "name=Ada pets=true kind");
  });

  test("a change says what falls away by it, and the end is reached once", async () => {
    const talk = open();
    for (const [key, value] of [
      ["name", "Ada"],
      ["pets", true],
      ["kind", "cat"],
      ["move", "May"],
    ] as const) {
      talk.answer(key, value);
      await settle();
    }
    assert.equal(shown(talk), "name=Ada pets=true kind=cat move=May ready");
    talk.answer("pets", false);
    assert.equal(shown(talk), "name=Ada pets=false* kind=cat* move=May* waiting");
    await settle();
    assert.equal(shown(talk), "name=Ada pets=false move=May ready");
    assert.deepEqual(talk.view.dropped, { key: "pets", labels: ["kind?"] });
    talk.finish();
    await settle();
    assert.equal(talk.view.phase, "over");
    assert.deepEqual(kept, { answers: [], finish: null });
  });

  test("what is refused comes back with its value, in place of what the server has", async () => {
    const talk = open();
    talk.answer("name", "wrong");
    await settle();
    assert.equal(shown(talk), "name");
    assert.deepEqual(talk.view.refused, { key: "name", value: "wrong", reason: "value" });
    talk.answer("name", "Ada");
    await settle();
    talk.answer("name", "wrong");
    await settle();
    assert.deepEqual([talk.view.editing, shown(talk)], ["name", "name=Ada pets"]);
    talk.edit(null);
    assert.equal(talk.view.refused, null);
    talk.edit("move");
    assert.equal(talk.view.editing, null, "there is no answer to change");
  });
});

describe("offline", () => {
  test("answers wait in order, a changed one in its place, and each goes out once under its key", async () => {
    const talk = open();
    server.fault = offline;
    talk.answer("name", "Ada");
    await settle();
    talk.answer("pets", true);
    talk.answer("pets", false);
    assert.equal(shown(talk), "name=Ada* pets=false* waiting");
    assert.deepEqual([talk.view.trouble, talk.view.unsent], ["offline", 2]);
    server.fault = null;
    talk.hurry();
    await settle();
    assert.deepEqual(server.sent, ["name id1", "pets id3"]);
    assert.equal(shown(talk), "name=Ada pets=false move");
    assert.equal(talk.view.trouble, null);
  });

  test("another page of the same session finds what was not sent, and sends it under the same keys", async () => {
    server.fault = offline;
    const before = open();
    before.answer("name", "Ada");
    await settle();
    before.yield();
    assert.equal(before.view.phase, "elsewhere");
    const after = open();
    assert.equal(shown(after), "name=Ada* pets");
    server.fault = null;
    before.hurry();
    after.hurry();
    await settle();
    assert.deepEqual(server.sent, ["name id1"]);
  });

  test("finishing waits for the answers, and a refusal among them takes it back", async () => {
    const talk = open();
    for (const [key, value] of [
      ["name", "Ada"],
      ["pets", false],
    ] as const) {
      talk.answer(key, value);
      await settle();
    }
    server.fault = offline;
    talk.answer("move", "wrong");
    talk.finish();
    await settle();
    assert.equal(talk.view.phase, "finishing");
    server.fault = null;
    talk.hurry();
    await settle();
    assert.deepEqual([server.isFinished, talk.view.refused?.key], [false, "move"]);
    talk.answer("move", "May");
    talk.finish();
    await settle();
    assert.equal(talk.view.phase, "over");
  });

  test("tries grow apart, and wait as long as the server asks for", async () => {
    const talk = open();
    server.fault = offline;
    talk.answer("name", "Ada");
    const waits: number[] = [];
    for (let tries = 0; tries < pauses.length + 1; tries++) {
      await settle();
      assert.equal(timers.length, 1);
      waits.push(timers[0]!.milliseconds);
      timers.shift()!.callback();
    }
    assert.deepEqual(waits, [...pauses, pauses.at(-1)]);
    await settle();
    server.fault = { kind: "passing", isOffline: false, after: 60 };
    timers.shift()?.callback();
    await settle();
    assert.deepEqual([timers[0]?.milliseconds, talk.view.trouble], [60_000, "server"]);
  });
});

test("a look that was begun before an answer says nothing any more", async () => {
  const talk = open();
  const looking = talk.look();
  talk.answer("name", "Ada");
  await looking;
  await settle();
  assert.equal(shown(talk), "name=Ada pets");
  server.submission = {};
  await talk.look();
  assert.equal(shown(talk), "name");
});

test("a session that is gone, or closed meanwhile, is left as it is", async () => {
  const talk = open();
  server.fault = { kind: "lost" };
  talk.answer("name", "Ada");
  await settle();
  assert.equal(talk.view.phase, "lost");
  server.fault = { kind: "state" };
  const late = open();
  server.isFinished = true;
  late.answer("name", "Ada");
  await settle();
  assert.equal(late.view.phase, "over");
  assert.deepEqual(kept.answers, []);
});
