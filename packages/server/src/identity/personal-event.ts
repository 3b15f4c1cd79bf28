import type { PublicContext } from "#database/context.ts";
import { appendFor, type NewEvent } from "#events/append.ts";
import { listMemberships } from "./people-store.ts";

type PersonalEvent =
  | "person.calendar_feed_created"
  | "person.calendar_feed_revoked"
  | "person.changed"
  | "person.email_verified"
  | "person.password_changed"
  | "person.password_reset"
  | "person.signed_out_everywhere";

/** Appends what a person did with their account for every organization that they are in: it concerns them all. */
export async function appendPersonal<Type extends PersonalEvent>(
  context: PublicContext,
  personId: string,
  event: Omit<NewEvent<Type>, "subjectId">,
): Promise<void> {
  for (const { id } of await listMemberships(context.tx, personId, null)) {
    const personal = { ...event, subjectId: personId } as NewEvent<Type>;
    appendFor(context, id, { kind: "person", id: personId }, personal);
  }
}
