import type { Server } from "../compose.ts";
import { createPasswords } from "../identity/index.ts";
import { scopes } from "../kernel/actor.ts";
import { hours, plus } from "../kernel/clock.ts";
import { newPersonId, newSecret } from "../kernel/ids.ts";
import { caller } from "./call.ts";
import {
  type Demo,
  type DemoOrganizations,
  type DemoUserName,
  demoUserNames,
  organizationOf,
} from "./demo.ts";
import { emailOf, fillOrganizations, fillPeople } from "./people.ts";
import { fillScreening } from "./screening.ts";
import { fillDepositions, fillLive, fillMentorship } from "./sessions.ts";

/** Fills two organizations with people of every role and a few sessions of each product. */
export async function fillDemo(server: Server, organizations: DemoOrganizations, now: Date): Promise<Demo> {
  const ids = forEachUser(() => newPersonId());
  // One password for all: stretching one takes long, and nine would make the first start wait.
  const password = newSecret(12);
  const passwordHash = await createPasswords().hash(password);
  const foreignTeacherId = await server.database.asSystem(async (tx) => {
    // Nobody joins at the very moment at which everything else happens.
    const earlier = plus(now, -hours(1));
    await fillOrganizations(tx, organizations, earlier);
    return fillPeople(tx, organizations, ids, passwordHash, earlier);
  });
  const tokens = await Promise.all(
    demoUserNames.map((name) =>
      server.tokens.issue(ids[name], organizationOf(organizations, name), hours(1)),
    ),
  );
  const users = forEachUser((name, i) => ({
    id: ids[name],
    email: emailOf(name),
    password,
    token: tokens[i]?.token ?? "",
  }));
  return {
    baseUrl: "",
    ...organizations,
    users,
    ...(await fillProducts(server, organizations, users, foreignTeacherId, now)),
  };
}

async function fillProducts(
  server: Server,
  { organization, otherOrganization }: DemoOrganizations,
  users: Demo["users"],
  foreignTeacherId: string,
  now: Date,
): Promise<Pick<Demo, "mentorships" | "screening" | "apiKey">> {
  const call = caller(server);
  const abroad = {
    organizationId: otherOrganization.id,
    coachId: users.outsider.id,
    teacherId: foreignTeacherId,
  };
  const mentorships = await fillMentorship(call, users, abroad, now);
  await fillDepositions(call, users, now);
  await fillLive(call, users, now);
  const screening = await fillScreening(server, call, users, organization.id, now);
  const keys = `/api/organizations/${organization.id}/api-keys`;
  const { data } = await call(users.organizationAdmin.token, "POST", keys, { name: "Demo key", scopes });
  return { mentorships, screening, apiKey: data.key };
}

const forEachUser = <T>(make: (name: DemoUserName, index: number) => T): Record<DemoUserName, T> =>
  Object.fromEntries(demoUserNames.map((name, index) => [name, make(name, index)])) as Record<
    DemoUserName,
    T
  >;
