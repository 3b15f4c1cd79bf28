import { formPage, htmlAnswer, type Page, type PageAnswer, type Visit, viewPage } from "#http/page.ts";
import { type FieldError, Refusal } from "#kernel/errors.ts";
import { type Html, html } from "#kernel/html.ts";
import { AcceptInvitation } from "./account-schema.ts";
import { findInvitationByToken } from "./invitations-store.ts";
import { invitationStatus } from "./lifecycle.ts";
import { acceptInvitation, checkInvitee } from "./operations/accept-invitation.ts";
import { findOrganization } from "./organizations-store.ts";
import {
  deadPage,
  faultList,
  form,
  nameField,
  newPasswordField,
  orRefusal,
  passwordField,
  shownEmail,
} from "./page-parts.ts";
import { findPasswordByEmail, type Membership } from "./people-store.ts";
import type { Parts } from "./routes.ts";
import { hashSecret } from "./secrets.ts";

const path = "/invitations/accept";

/** The page on which whoever was invited becomes a member, with the account that they have or a new one. */
export const invitationPages = (parts: Parts): Page[] => [
  viewPage({ path, perMinute: 60 }, (visit) => invitationPage(visit, { token: "", ...visit.query }, 200, [])),
  formPage({ path, perMinute: 20, form: AcceptInvitation }, async (visit, { form: sent, faults }) => {
    if (faults.length > 0) return invitationPage(visit, sent, 400, faults);
    const outcome = await orRefusal(accept(visit, parts, sent));
    if (outcome instanceof Refusal) {
      const { code, status, errors = [] } = outcome;
      if (errors.length > 0) return invitationPage(visit, sent, status, errors);
      if (code !== "wrong_password") throw outcome;
      return invitationPage(visit, sent, status, [{ pointer: "/password", detail: "is wrong" }]);
    }
    return htmlAnswer(
      200,
      "Welcome",
      html`<p>You are a member of ${outcome.name} now. Sign in with your e-mail address and password.</p>`,
    );
  }),
];

async function accept(visit: Visit, parts: Parts, sent: AcceptInvitation): Promise<Membership> {
  const { database, now, origin } = visit;
  const preparation = {
    ...{ database, now, address: origin.ip ?? "" },
    ...{ actor: null, person: null, credentials: null, bearer: null, file: null, repeatable: null },
  };
  const invitee = await checkInvitee(preparation, parts, sent);
  const accepted = await database.asSystem((tx) =>
    acceptInvitation({ tx, now, origin, person: null, actor: null }, sent.token, invitee),
  );
  return accepted.membership;
}

/** The form, as long as the invitation is open. What was wrong with the last attempt is said in it. */
async function invitationPage(
  { database, now }: Visit,
  sent: Partial<AcceptInvitation>,
  status: number,
  faults: readonly FieldError[],
): Promise<PageAnswer> {
  const { token = "" } = sent;
  const [invitation, organization, account] = await database.asSystem(async (tx) => {
    const found = await findInvitationByToken(tx, hashSecret(token));
    if (!found) return [null, null, null];
    return [
      found,
      await findOrganization(tx, found.organizationId),
      await findPasswordByEmail(tx, found.email),
    ];
  });
  if (!invitation || invitationStatus(invitation, now) !== "open")
    return deadPage(html`Ask whoever invited you for another invitation.`);
  const fields = account ? knownFields(invitation.email) : newFields(invitation.email, sent);
  const invites = html`<p>${organization?.name ?? ""} invites you to become a member.</p>`;
  const content = html`${invites}${faultList(faults)}${form(path, token, fields, "Accept the invitation")}`;
  return htmlAnswer(status, "You are invited", content);
}

const knownFields = (email: string): Html[] => [
  shownEmail(email),
  passwordField,
  html`<p class="hint"><a href="/forgot-password">Forgotten your password?</a></p>`,
];

const newFields = (email: string, { firstName = "", lastName = "" }: Partial<AcceptInvitation>): Html[] => [
  shownEmail(email),
  nameField("firstName", "First name", "given-name", firstName),
  nameField("lastName", "Last name", "family-name", lastName),
  newPasswordField,
];
