import type { Contract } from "#http/route.ts";

/** How all routes of rooms answer. */
export const roomsContract: Contract = {
  tag: "rooms",
  badInput: "invalid_request",
  malformedBody: "malformed_json",
  errorShape: "problem",
};
