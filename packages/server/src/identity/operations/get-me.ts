import type { AccountContext, Reading } from "#database/context.ts";
import { notFound } from "#kernel/errors.ts";
import { type Chosen, findChosen } from "../choose.ts";
import { findPerson, listMemberships, type Membership, type Person } from "../people-store.ts";

export interface Me {
  person: Person;
  organizations: Membership[];
  organization: Chosen | null;
}

/** Who is calling, where they belong, and which organization is chosen. */
export async function getMe({ tx, person, actor }: Reading<AccountContext>): Promise<Me> {
  const found = await findPerson(tx, person.id);
  if (!found) throw notFound("person");
  const organizations = await listMemberships(tx, person.id, person.confinedTo);
  const organization = actor && (await findChosen(tx, person, organizations, actor.organizationId));
  return { person: found, organizations, organization };
}
