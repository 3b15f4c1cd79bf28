import type { Transaction } from "../database/tenancy.ts";
import { insertMember, insertOrganization, insertPerson } from "../identity/index.ts";
import { newPersonId } from "../kernel/ids.ts";
import type { MemberRole } from "../kernel/roles.ts";
import { type DemoOrganizations, type DemoUserName, demoUserNames, organizationOf } from "./demo.ts";

interface DemoPerson {
  firstName: string;
  lastName: string;
  /** In the organization of their token; null for those who are members of none. */
  role: MemberRole | null;
}

const people: Record<DemoUserName, DemoPerson> = {
  teacher: { firstName: "Bruno", lastName: "Salas", role: "Teacher" },
  coach: { firstName: "Amara", lastName: "Okafor", role: "Coach" },
  manager: { firstName: "Lena", lastName: "Fischer", role: "Manager" },
  organizationAdmin: { firstName: "Kofi", lastName: "Mensah", role: "OrganizationAdmin" },
  platformAdmin: { firstName: "Priya", lastName: "Nair", role: null },
  otherTeacher: { firstName: "Hana", lastName: "Kim", role: "Teacher" },
  otherCoach: { firstName: "Diego", lastName: "Rojas", role: "Coach" },
  outsider: { firstName: "Olivia", lastName: "Stone", role: "Coach" },
  homeless: { firstName: "Jonas", lastName: "Berg", role: null },
};

export const emailOf = (name: DemoUserName): string => `${name.toLowerCase()}@convene.example`;

/** The two organizations, of which the other one schedules depositions through our staff only. */
export async function fillOrganizations(
  tx: Transaction,
  organizations: DemoOrganizations,
  at: Date,
): Promise<void> {
  const settings = { plan: "enterprise", createdAt: at, updatedAt: at } as const;
  const { organization, otherOrganization } = organizations;
  await insertOrganization(tx, { ...settings, ...organization, name: "North Academy", selfService: true });
  await insertOrganization(tx, {
    ...settings,
    ...otherOrganization,
    name: "Harbor Legal",
    selfService: false,
  });
}

/** Everybody of demo.json, and a teacher for the outsider, whose id is the answer. */
export async function fillPeople(
  tx: Transaction,
  organizations: DemoOrganizations,
  ids: Record<DemoUserName, string>,
  passwordHash: string,
  at: Date,
): Promise<string> {
  for (const name of demoUserNames) {
    const { role, ...person } = people[name];
    const platformAdmin = name === "platformAdmin";
    await insertPerson(
      tx,
      { ...person, id: ids[name], email: emailOf(name), passwordHash, platformAdmin },
      at,
    );
    const organizationId = organizationOf(organizations, name);
    if (role && organizationId) await insertMember(tx, organizationId, { personId: ids[name], role }, at);
  }
  const id = newPersonId();
  const foreign = { id, email: "max.reed@convene.example", firstName: "Max", lastName: "Reed" };
  await insertPerson(tx, { ...foreign, passwordHash: null, platformAdmin: false }, at);
  await insertMember(tx, organizations.otherOrganization.id, { personId: id, role: "Teacher" }, at);
  return id;
}
