import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Participant } from "../client/messages.ts";
import { outside, type RoomState } from "../client/state.ts";
import { announcementOf } from "./announcements.ts";

const person = (id: string, more: Partial<Participant> = {}): Participant => ({
  id,
  name: id.toUpperCase(),
  role: "participant",
  speaks: true,
  camera: false,
  microphone: false,
  screen: false,
  hand: false,
  away: false,
  ...more,
});
const room = (more: Partial<RoomState> = {}): RoomState => ({
  ...outside,
  place: "inside",
  you: person("ann"),
  others: [person("bob")],
  ...more,
});
const message = (text: string, participantId = "bob") => ({
  type: "chat" as const,
  message: {
    id: "1",
    participantId,
    name: participantId.toUpperCase(),
    text,
    sentAt: "2026-03-01T10:00:00Z",
  },
});

describe("people who come and go", () => {
  it("are announced by name", () => {
    assert.equal(
      announcementOf({ type: "joined", participant: person("cid") }, room())?.text,
      "CID has joined",
    );
    assert.equal(announcementOf({ type: "left", participantId: "bob" }, room())?.text, "BOB has left");
  });

  it("are not when they were known, or are many", () => {
    assert.equal(announcementOf({ type: "joined", participant: person("bob") }, room()), null);
    const others = Array.from({ length: 20 }, (_, index) => person(`p${index}`));
    assert.equal(announcementOf({ type: "joined", participant: person("cid") }, room({ others })), null);
    assert.equal(announcementOf({ type: "left", participantId: "p3" }, room({ others })), null);
  });

  it("are announced when they raise a hand, and for those who do not see it when they are cut off", () => {
    const changed = (more: Partial<Participant>) =>
      announcementOf({ type: "changed", participant: person("bob", more) }, room());
    assert.equal(changed({ hand: true })?.text, "BOB raises a hand");
    assert.deepEqual(changed({ away: true }), {
      text: "BOB has lost the connection",
      tone: "info",
      isHidden: true,
    });
    assert.equal(changed({ camera: true }), null);
  });
});

describe("chat", () => {
  it("is announced while it is closed, cut short", () => {
    assert.equal(announcementOf(message("hello"), room())?.text, "BOB: hello");
    const long = announcementOf(message("x".repeat(500)), room());
    assert.ok((long?.text.length ?? 0) < 130);
  });

  it("is not while it is open, and never one's own", () => {
    assert.equal(announcementOf(message("hello"), room({ isChatOpen: true })), null);
    assert.equal(announcementOf(message("hello", "ann"), room()), null);
  });
});

describe("recording", () => {
  const recording = (state: "off" | "asking" | "on") => ({ ...outside.recording, state });

  it("is announced when it begins and ends, in the words of the session's kind", () => {
    const began = { type: "recording" as const, recording: recording("on"), mustConsent: false };
    assert.equal(announcementOf(began, room())?.text, "This session is being recorded");
    const features = { ...outside.features, hasRecord: true };
    assert.equal(announcementOf(began, room({ features }))?.text, "You are on the record");
    const ended = { ...began, recording: recording("off") };
    assert.equal(
      announcementOf(ended, room({ features, recording: recording("on") }))?.text,
      "You are off the record",
    );
  });

  it("is no news while the same goes on", () => {
    const still = { type: "recording" as const, recording: recording("on"), mustConsent: false };
    assert.equal(announcementOf(still, room({ recording: recording("on") })), null);
  });
});

it("what was not possible is said as the server says it, but not what mends itself", () => {
  const fault = {
    type: "fault" as const,
    about: "record",
    code: "recording_not_allowed",
    detail: "Not here.",
  };
  assert.deepEqual(announcementOf(fault, room()), { text: "Not here.", tone: "bad", isHidden: false });
  assert.equal(announcementOf({ ...fault, about: "publish", code: "restarting" }, room()), null);
});
