import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem, Unreachable } from "@convene/sdk";
import { faultAt, faultWords } from "./fault-words.ts";

const refused = (status: number, more: object = {}): Problem =>
  new Problem(new Response(null, { status }), { code: "some", title: "Refused", ...more });

test("what went wrong is said by the server where it refused, and in our words where nobody could know", () => {
  assert.equal(faultWords(refused(409, { detail: "the plan allows 3" })), "The plan allows 3.");
  assert.equal(
    faultWords(refused(422, { errors: [{ pointer: "/phone", detail: "is no phone number" }] })),
    "/phone is no phone number",
  );
  assert.match(faultWords(refused(401)), /^Your sign-in has ended/);
  assert.match(faultWords(new Unreachable()), /^The server cannot be reached/);
  assert.doesNotMatch(faultWords(refused(500, { detail: "at line 3" })), /line 3/);
});

test("each field is told its own faults alone", () => {
  const fault = refused(422, {
    errors: [
      { pointer: "/slug", detail: "is taken" },
      { pointer: "/slug", detail: "is long" },
    ],
  });
  assert.equal(faultAt(fault, "/slug"), "is taken; is long");
  assert.equal(faultAt(fault, "/name"), null);
  assert.equal(faultAt(new Error(), "/slug"), null);
});
