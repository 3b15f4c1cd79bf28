import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder, ofLive, ofMentorship } from "./coming.ts";
import { placesFor } from "./places.ts";

test("the navigation leads each role where it finds something", () => {
  const to = (role: Parameters<typeof placesFor>[0]) => placesFor(role).map((place) => place.to);
  assert.deepEqual(to("Teacher"), ["/"]);
  assert.deepEqual(to("Coach"), ["/", "/review", "/contacts"]);
  assert.deepEqual(to("Manager"), ["/", "/review", "/templates", "/contacts"]);
  assert.deepEqual(to("OrganizationAdmin"), ["/", "/review", "/templates", "/contacts", "/settings"]);
  assert.deepEqual(to("PlatformAdmin"), to("OrganizationAdmin"));
});

test("of all sessions that a Manager may see, home has their own, what goes on now first", () => {
  const person = (id: string) => ({ id, email: "", firstName: id, lastName: "", avatarUrl: null });
  const call = (id: string, coach: string) =>
    ({ id, scheduledAt: "2026-03-02T10:00:00Z", coach: person(coach), teacher: person("Tim") }) as Parameters<
      typeof ofMentorship
    >[0];
  const live = (id: string, given: object) =>
    ({
      id,
      title: id,
      scheduled_at: "2026-03-01T10:00:00Z",
      host_id: "x",
      is_registered: false,
      ...given,
    }) as Parameters<typeof ofLive>[0];
  const mine = inOrder([
    ...[call("mine", "me"), call("others", "Ada")].flatMap((session) => ofMentorship(session, "me")),
    ...[
      live("seat", { is_registered: true }),
      live("hosted", { host_id: "me", status: "live", scheduled_at: "2026-03-03T10:00:00Z" }),
      live("foreign", {}),
      live("seat", { is_registered: true }),
    ].flatMap((session) => ofLive(session, "me")),
  ]);
  assert.deepEqual(
    mine.map(({ title, note }) => [title, note]),
    [
      ["hosted", "Live now"],
      ["seat", "You have a seat"],
      ["Mentorship with Tim", null],
    ],
  );
});
