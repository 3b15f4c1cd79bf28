import assert from "node:assert/strict";
import { test } from "node:test";
import { takeInvitation } from "./invitation.ts";

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};
const at = (hash: string) => ({ hash, pathname: "/sessions/smith", search: "?a=1" });

test("an invitation leaves the address at once, and is kept for its session alone", () => {
  const keep = storage();
  assert.deepEqual(takeInvitation("smith", at("#invitation=i1.abc-_"), keep), {
    invitation: "i1.abc-_",
    clean: "/sessions/smith?a=1",
  });
  assert.deepEqual(takeInvitation("smith", at(""), keep), { invitation: "i1.abc-_", clean: null });
  assert.deepEqual(takeInvitation("other", at(""), keep), { invitation: null, clean: null });
});

test("a newer invitation takes the place of the one that was kept", () => {
  const keep = storage();
  takeInvitation("smith", at("#invitation=old"), keep);
  takeInvitation("smith", at("#invitation=new"), keep);
  assert.equal(takeInvitation("smith", at("#people"), keep).invitation, "new");
});
