import type { AccountContext } from "#database/context.ts";
import { appendFor, type NewEvent } from "#events/append.ts";
import { listMemberships } from "./people-store.ts";

type PersonalEvent = "person.changed" | "person.password_changed" | "person.signed_out_everywhere";

/** Appends what a person did with their account for every organization that they are in: it concerns them all. */
export async function appendPersonal<Type extends PersonalEvent>(
  context: AccountContext,
  event: Omit<NewEvent<Type>, "subjectId">,
): Promise<void> {
  const { tx, person } = context;
  for (const { id } of await listMemberships(tx, person.id, null)) {
    const personal = { ...event, subjectId: person.id } as NewEvent<Type>;
    await appendFor(context, id, { kind: "person", id: person.id }, personal);
  }
}
