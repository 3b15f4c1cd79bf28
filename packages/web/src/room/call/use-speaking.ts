import { useEffect, useState } from "react";
import { speechLevel } from "../client/levels.ts";
import { useMedia, useRoomTools, useRoomView } from "../use-room.ts";

/** Milliseconds between two looks, and how long somebody counts as speaking after their last sound. */
const interval = 120;
const hold = 800;

const nobody: ReadonlySet<string> = new Set();

/** Who speaks just now, by their ids. */
export function useSpeaking(): ReadonlySet<string> {
  const { levels } = useRoomTools();
  const { room, tracks } = useRoomView();
  const own = useMedia().microphone.track;
  const you = room.you?.id;
  const [speaking, setSpeaking] = useState(nobody);
  useEffect(() => {
    const microphones = [...tracks].flatMap(([id, theirs]) => {
      const track = theirs.get("microphone");
      return track ? [{ id, track }] : [];
    });
    if (own && you) microphones.push({ id: you, track: own });
    const watched = microphones.map(({ id, track }) => ({ id, ...levels.watch(track), heardAt: 0 }));
    const timer = setInterval(() => {
      const now = performance.now();
      for (const one of watched) if (one.read() > speechLevel) one.heardAt = now;
      const ids = watched.filter(({ heardAt }) => heardAt > 0 && now - heardAt < hold).map(({ id }) => id);
      setSpeaking((before) => (isSame(before, ids) ? before : new Set(ids)));
    }, interval);
    return () => {
      clearInterval(timer);
      for (const { stop } of watched) stop();
      setSpeaking(nobody);
    };
  }, [levels, tracks, own, you]);
  return speaking;
}

const isSame = (before: ReadonlySet<string>, ids: readonly string[]): boolean =>
  before.size === ids.length && ids.every((id) => before.has(id));
