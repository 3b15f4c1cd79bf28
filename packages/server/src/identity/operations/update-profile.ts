import type { AccountContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { findZone } from "#kernel/zones.ts";
import type { UpdateProfile } from "../account-schema.ts";
import { lockPerson, type Person, updateProfile as saveProfile } from "../people-store.ts";
import { appendPersonal } from "../personal-event.ts";
import { ownsAccount } from "../policy.ts";

/** Changes the caller's name, picture or time zone. Setting what it is changes nothing. */
export async function updateProfile(context: AccountContext, update: UpdateProfile): Promise<Person> {
  const { tx, person, now } = context;
  if (!ownsAccount(person)) throw refuse("forbidden", "sign in here, rather than at another issuer");
  const before = await lockPerson(tx, person.id);
  if (!before) throw notFound("person");
  const { firstName = before.firstName, lastName = before.lastName, avatarUrl = before.avatarUrl } = update;
  const { timeZone: zoneName = before.timeZone } = update;
  const timeZone = zoneName && findZone(zoneName);
  const after = { ...before, firstName, lastName, avatarUrl, timeZone };
  const changed = (["firstName", "lastName", "avatarUrl", "timeZone"] as const).filter(
    (name) => before[name] !== after[name],
  );
  if (changed.length === 0) return before;
  await saveProfile(tx, after, now);
  await appendPersonal(context, person.id, {
    type: "person.changed",
    payload: { personId: person.id, changed },
  });
  return after;
}
