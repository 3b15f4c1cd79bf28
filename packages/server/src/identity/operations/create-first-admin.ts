import type { Database } from "#database/tenancy.ts";
import { type Author, appendFor } from "#events/append.ts";
import type { Clock } from "#kernel/clock.ts";
import { newPersonId, newSecret } from "#kernel/ids.ts";
import { insertMember } from "../members-store.ts";
import { createPasswords } from "../passwords.ts";
import { insertPerson } from "../people-store.ts";
import { openOrganization } from "./create-organization.ts";

export interface FirstAdmin {
  email: string;
  firstName: string;
  lastName: string;
  /** Opens an organization of this name as well, with the new person as its OrganizationAdmin. */
  organizationName?: string;
  /** Made up when it is left out. */
  password?: string;
}

/**
 * Makes a PlatformAdmin from the server's command line, without anybody having to be signed in. Refuses with
 * `already_exists` when a person has the address. The password is not kept anywhere: show it.
 */
export async function createFirstAdmin(
  database: Database,
  clock: Clock,
  { email, firstName, lastName, organizationName, password = newSecret(18) }: FirstAdmin,
): Promise<{ personId: string; organizationId: string | null; password: string }> {
  const passwordHash = await createPasswords().hash(password);
  const personId = newPersonId();
  const organizationId = await database.asSystem(async (tx) => {
    const now = clock();
    const context = { tx, now, origin: { requestId: "create-admin", ip: null, userAgent: null } };
    const author: Author = { kind: "system", id: null };
    const person = { id: personId, email, firstName, lastName, passwordHash, platformAdmin: true };
    await insertPerson(tx, person, now);
    if (organizationName === undefined) return null;
    const { id } = await openOrganization(context, author, { name: organizationName });
    const role = "OrganizationAdmin";
    await insertMember(tx, id, { personId, role }, now);
    appendFor(context, id, author, {
      type: "member.added",
      subjectId: personId,
      payload: { personId, role },
    });
    return id;
  });
  return { personId, organizationId, password };
}
