import type { GuestContext } from "#database/context.ts";
import { appendFor } from "#events/append.ts";
import type { Preparation } from "#http/route.ts";
import type { Account } from "#kernel/actor.ts";
import { emailKey } from "#kernel/email.ts";
import { badInput, type FieldError, notFound, refuse } from "#kernel/errors.ts";
import { newPersonId } from "#kernel/ids.ts";
import type { AcceptInvitation } from "../account-schema.ts";
import { withdrawInvitation } from "../invitation-mails.ts";
import {
  findInvitationByToken,
  type Invitation,
  lockInvitationByToken,
  markAccepted,
  type ShownInvitation,
} from "../invitations-store.ts";
import { invitationStatus } from "../lifecycle.ts";
import { insertMember } from "../members-store.ts";
import { findOrganization } from "../organizations-store.ts";
import type { Passwords } from "../passwords.ts";
import {
  findPasswordByEmail,
  findPerson,
  insertPerson,
  lockWithPassword,
  type Membership,
  type NewPerson,
  type PasswordHolder,
  type Person,
  verifyEmail,
} from "../people-store.ts";
import { appendPersonal } from "../personal-event.ts";
import { mayJoin } from "../policy.ts";
import type { Parts } from "../routes.ts";
import { hashSecret } from "../secrets.ts";

/** Who accepts: nobody can, somebody signed in, somebody whose password was checked, or somebody new. */
type Invitee =
  | { kind: "nobody" }
  | { kind: "signedIn"; personId: string }
  | { kind: "known"; holder: PasswordHolder }
  | { kind: "new"; person: NewPerson };

/** Finds out who accepts, checking or hashing the password. Says nothing of an invitation that is not open. */
export async function checkInvitee(
  { database, now, person, address }: Preparation,
  { attempts, passwords }: Pick<Parts, "attempts" | "passwords">,
  input: AcceptInvitation,
): Promise<Invitee> {
  const [invitation, holder] = await database.asSystem(async (tx) => {
    const found = await findInvitationByToken(tx, hashSecret(input.token));
    return [found, found && (await findPasswordByEmail(tx, found.email))];
  });
  if (!invitation || invitationStatus(invitation, now) !== "open") return { kind: "nobody" };
  if (!holder) return { kind: "new", person: await newPerson(passwords, invitation.email, input) };
  if (person) return signedIn(person, holder, invitation);
  if (input.password === undefined) {
    throw refuse("unauthenticated", "the address has an account: sign in, or give its password");
  }
  const { password } = input;
  const check = () => passwords.check(password, holder.passwordHash);
  if (!(await attempts.guard({ account: emailKey(holder.email), address, now }, check)))
    throw refuse("wrong_password");
  return { kind: "known", holder };
}

/**
 * Makes the invited person a member. The invitation's row lock lets one of several parallel requests through, and
 * none whose token was replaced at that moment.
 */
export async function acceptInvitation(
  context: GuestContext,
  token: string,
  invitee: Invitee,
): Promise<{ person: Person; membership: Membership }> {
  const { tx, now } = context;
  const invitation = await lockInvitationByToken(tx, hashSecret(token));
  refuseUnlessOpen(invitation, now);
  const { organizationId, id, role } = invitation;
  const person = await personOf(context, invitee);
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw notFound("organization");
  await insertMember(tx, organizationId, { personId: person.id, role }, now);
  await markAccepted(tx, invitation, now);
  await withdrawInvitation(context, invitation);
  const author = { kind: "person", id: person.id } as const;
  const accepted = { invitationId: id, role };
  appendFor(context, organizationId, author, {
    type: "invitation.accepted",
    subjectId: id,
    payload: accepted,
  });
  const added = { personId: person.id, role };
  appendFor(context, organizationId, author, {
    type: "member.added",
    subjectId: person.id,
    payload: added,
  });
  const isVerified = await verifyByMail(context, invitation, person);
  const { slug, name } = organization;
  return {
    person: isVerified ? { ...person, emailVerifiedAt: now } : person,
    membership: { id: organizationId, slug, name, role },
  };
}

/** Who accepts by the token that was mailed reads what is sent to the address. Says whether that is news. */
async function verifyByMail(
  context: GuestContext,
  { byMail, email }: ShownInvitation,
  { id: personId }: Person,
): Promise<boolean> {
  const isNews = byMail && (await verifyEmail(context.tx, personId, email, context.now));
  if (isNews)
    await appendPersonal(context, personId, { type: "person.email_verified", payload: { personId } });
  return isNews;
}

async function personOf({ tx, now }: GuestContext, invitee: Invitee): Promise<Person> {
  if (invitee.kind === "known") {
    const person = await lockWithPassword(tx, invitee.holder);
    if (!person) throw refuse("wrong_password");
    return person;
  }
  if (invitee.kind === "new") await insertPerson(tx, invitee.person, now);
  const id =
    invitee.kind === "new" ? invitee.person.id : invitee.kind === "signedIn" ? invitee.personId : null;
  const person = id && (await findPerson(tx, id));
  if (!person) throw notFound("invitation");
  return person;
}

function signedIn(person: Account, holder: PasswordHolder, { organizationId }: Invitation): Invitee {
  if (person.id !== holder.id) throw refuse("forbidden", "the invitation is for another e-mail address");
  if (!mayJoin(person, organizationId))
    throw refuse("forbidden", "sign in here, rather than at another issuer");
  return { kind: "signedIn", personId: person.id };
}

async function newPerson(passwords: Passwords, email: string, input: AcceptInvitation): Promise<NewPerson> {
  const { firstName, lastName, password } = input;
  const errors: FieldError[] = [];
  if (firstName === undefined)
    errors.push({ pointer: "/firstName", detail: "is required for a new account" });
  if (lastName === undefined) errors.push({ pointer: "/lastName", detail: "is required for a new account" });
  if (password === undefined || [...password].length < 12) {
    errors.push({ pointer: "/password", detail: "of at least 12 characters is required for a new account" });
  }
  if (firstName === undefined || lastName === undefined || password === undefined || errors.length > 0) {
    throw badInput("invalid_request", errors);
  }
  const passwordHash = await passwords.hash(password);
  return { id: newPersonId(), email, firstName, lastName, passwordHash, platformAdmin: false };
}

function refuseUnlessOpen(
  invitation: ShownInvitation | null,
  now: Date,
): asserts invitation is ShownInvitation {
  if (!invitation || invitation.revokedAt) throw notFound("invitation");
  const status = invitationStatus(invitation, now);
  if (status === "accepted") throw refuse("conflict", "the invitation was accepted already");
  if (status === "expired") throw refuse("conflict", "the invitation has expired");
}
