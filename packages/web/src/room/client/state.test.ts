import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ChatMessage, Participant, ServerMessage } from "./messages.ts";
import { countCameras, hasMedia, outside, type RoomEvent, type RoomState, reduce } from "./state.ts";

const person = (id: string, more: Partial<Participant> = {}): Participant => ({
  id,
  name: id,
  role: "participant",
  speaks: true,
  camera: false,
  microphone: false,
  screen: false,
  hand: false,
  away: false,
  ...more,
});
const written = (id: string, participantId: string): ChatMessage => ({
  id,
  participantId,
  name: participantId,
  text: id,
  sentAt: "2026-03-01T10:00:00Z",
});
const off = { state: "off" as const, since: null, by: null, missing: [], declined: [] };
const on = { ...off, state: "on" as const, since: "2026-03-01T10:00:00Z" };

const welcome = (more: Partial<Extract<ServerMessage, { type: "welcome" }>> = {}): ServerMessage => ({
  type: "welcome",
  you: person("ann"),
  participants: [person("ann"), person("bob")],
  chat: [],
  recording: off,
  mustConsent: false,
  iceServers: [],
  features: { mayRecord: false, hasRecord: false, reactions: true, mayBegin: true },
  beganAt: null,
  ...more,
});

const follow = (from: RoomState, ...events: (RoomEvent | ServerMessage)[]): RoomState =>
  events.reduce<RoomState>(
    (state, event) =>
      reduce(
        state,
        ["link", "bye", "refused", "chat_opened", "reaction_over", "answered_consent"].includes(event.type)
          ? (event as RoomEvent)
          : { type: "server", message: event as ServerMessage },
      ),
    from,
  );
const inside = follow(outside, welcome());

describe("people", () => {
  it("are the others in the order of their coming, oneself apart", () => {
    const state = follow(inside, { type: "joined", participant: person("cid") });
    assert.equal(state.you?.id, "ann");
    assert.deepEqual(
      state.others.map(({ id }) => id),
      ["bob", "cid"],
    );
  });

  it("keep their places when they change or come back, and leave them when they go", () => {
    const state = follow(
      inside,
      { type: "joined", participant: person("cid") },
      { type: "changed", participant: person("bob", { away: true }) },
      { type: "joined", participant: person("bob", { camera: true }) },
    );
    assert.deepEqual(state.others, [person("bob", { camera: true }), person("cid")]);
    assert.deepEqual(follow(state, { type: "left", participantId: "bob" }).others, [person("cid")]);
  });

  it("change oneself too", () => {
    const state = follow(inside, {
      type: "changed",
      participant: person("ann", { hand: true, camera: true }),
    });
    assert.equal(state.you?.hand, true);
    assert.equal(countCameras(state), 1);
  });
});

describe("chat", () => {
  it("counts what others write while it is closed", () => {
    const state = follow(
      inside,
      { type: "chat", message: written("1", "bob") },
      { type: "chat", message: written("2", "ann") },
      { type: "chat", message: written("3", "bob") },
    );
    assert.equal(state.unread, 2);
    const opened = follow(state, { type: "chat_opened", isOpen: true });
    assert.equal(opened.unread, 0);
    assert.equal(follow(opened, { type: "chat", message: written("4", "bob") }).unread, 0);
  });

  it("takes what was written before one came as read, and what was written during a cut as news", () => {
    const first = follow(outside, welcome({ chat: [written("1", "bob")] }));
    assert.equal(first.unread, 0);
    const chat = [written("1", "bob"), written("2", "bob")];
    const again = follow(
      first,
      { type: "link", link: "cut" },
      { type: "link", link: "up" },
      welcome({ chat }),
    );
    assert.deepEqual(
      again.chat.map(({ id }) => id),
      ["1", "2"],
    );
    assert.equal(again.unread, 1);
  });
});

describe("recording", () => {
  it("gives no media to whom has not agreed, while it is on", () => {
    const asked = follow(outside, welcome({ recording: on, mustConsent: true }));
    assert.equal(hasMedia(asked), false);
    const agreed = follow(asked, { type: "recording", recording: on, mustConsent: false });
    assert.equal(hasMedia(agreed), true);
  });

  it("leaves the media on while it is only asked for", () => {
    const asking = { ...off, state: "asking" as const };
    assert.equal(hasMedia(follow(inside, { type: "recording", recording: asking, mustConsent: true })), true);
  });
});

describe("the way in and out", () => {
  it("leads through the lobby, with one's place in the queue", () => {
    const state = follow(outside, { type: "lobby", awaits: "turn", ahead: 2 });
    assert.equal(state.place, "lobby");
    assert.deepEqual(state.lobby, { awaits: "turn", ahead: 2 });
    assert.equal(follow(state, welcome()).lobby, null);
  });

  it("keeps the room's picture through a cut, and begins with a clean slate after the end", () => {
    const cut = follow(inside, { type: "link", link: "cut" });
    assert.equal(cut.place, "inside");
    assert.equal(cut.others.length, 1);
    const gone = follow(cut, { type: "bye", reason: "left" });
    assert.equal(gone.place, "gone");
    const back = follow(gone, { type: "link", link: "connecting" });
    assert.deepEqual(back, { ...outside, link: "connecting" });
  });

  it("remembers when the session began, and that nobody need begin it any more", () => {
    const state = follow(inside, { type: "began", at: "2026-03-01T10:00:00Z" });
    assert.equal(state.beganAt, "2026-03-01T10:00:00Z");
    assert.equal(state.features.mayBegin, false);
  });
});

it("two like reactions are two", () => {
  const reaction: ServerMessage = { type: "reaction", participantId: "bob", emoji: "🎉" };
  const state = follow(inside, reaction, reaction);
  assert.deepEqual(
    state.reactions.map(({ number }) => number),
    [1, 2],
  );
  const shorter = follow(state, { type: "reaction_over", number: 1 });
  assert.deepEqual(
    shorter.reactions.map(({ number }) => number),
    [2],
  );
});
