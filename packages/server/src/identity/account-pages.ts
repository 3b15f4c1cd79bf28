import { formPage, htmlAnswer, type Page, type PageAnswer, type Visit, viewPage } from "#http/page.ts";
import { type FieldError, Refusal } from "#kernel/errors.ts";
import { html } from "#kernel/html.ts";
import { type AccountLink, findOpenLink, type LinkPurpose } from "./account-links-store.ts";
import { AskForReset, MailedLink, ResetPassword } from "./account-schema.ts";
import { askForReset } from "./operations/ask-for-password-reset.ts";
import { checkReset, resetPassword } from "./operations/reset-password.ts";
import { verifyEmail } from "./operations/verify-email.ts";
import {
  deadPage,
  emailField,
  faultList,
  form,
  newPasswordField,
  orRefusal,
  shownEmail,
} from "./page-parts.ts";
import type { Parts } from "./routes.ts";
import { hashSecret } from "./secrets.ts";

/**
 * The pages behind the links in mails about an account. Opening one changes nothing, because programs open links
 * before people do; only its button does.
 */
export const accountPages = (parts: Parts): Page[] => [
  ...verificationPages(),
  ...forgottenPages(parts),
  ...resetPages(parts),
];

const read = 60;
const write = 20;

const verification = "/verify-email";
const forgotten = "/forgot-password";
const reset = "/reset-password";

const verificationPages = (): Page[] => [
  viewPage({ path: verification, perMinute: read }, async (visit) => {
    const { token = "" } = visit.query;
    const link = await openLink(visit, token, "email_verification");
    if (!link) return deadPage(html`Sign in and ask for another one.`);
    return htmlAnswer(
      200,
      "Confirm your e-mail address",
      html`<p>This confirms that ${link.email} is yours.</p>${form(verification, token, [], "Confirm")}`,
    );
  }),
  formPage({ path: verification, perMinute: write, form: MailedLink }, async (visit, submitted) => {
    const { database, now, origin } = visit;
    const { token } = submitted.form;
    const work = () => database.asSystem((tx) => verifyEmail({ tx, now, origin }, { token }));
    if (submitted.faults.length > 0 || (await orRefusal(work())) instanceof Refusal)
      return deadPage(html`Sign in and ask for another one.`);
    return htmlAnswer(200, "Your e-mail address is confirmed", html`<p>You can close this page.</p>`);
  }),
];

const forgottenPages = ({ vault }: Parts): Page[] => [
  viewPage({ path: forgotten, perMinute: read }, async () => forgottenPage(200, "", [])),
  formPage({ path: forgotten, perMinute: write, form: AskForReset }, async (visit, submitted) => {
    const { database, now, origin } = visit;
    const { form, faults } = submitted;
    if (faults.length > 0) return forgottenPage(400, form.email ?? "", faults);
    await database.asSystem((tx) => askForReset({ tx, now, origin }, vault, form));
    return htmlAnswer(
      200,
      "Look into your mailbox",
      html`<p>If there is an account of ${form.email}, a mail is on its way. The link in it works once, within one hour.</p>`,
    );
  }),
];

const forgottenPage = (status: number, email: string, faults: readonly FieldError[]): PageAnswer =>
  htmlAnswer(
    status,
    "Forgotten your password?",
    html`<p>We mail you a link with which you set a new one.</p>${faultList(faults)}${form(forgotten, null, [emailField(email)], "Send the mail")}`,
  );

const resetPages = ({ vault, publicUrl, attempts, passwords }: Parts): Page[] => [
  viewPage({ path: reset, perMinute: read }, (visit) => resetPage(visit, visit.query.token ?? "", 200, [])),
  formPage({ path: reset, perMinute: write, form: ResetPassword }, async (visit, submitted) => {
    const { database, now, origin } = visit;
    const { form: sent, faults } = submitted;
    if (faults.length > 0) return resetPage(visit, sent.token ?? "", 400, faults);
    const passwordHash = await checkReset(visit, passwords, sent);
    const mailing = { vault, publicUrl };
    const work = database.asSystem((tx) =>
      resetPassword({ tx, now, origin }, { mailing, attempts }, sent.token, passwordHash),
    );
    if ((await orRefusal(work)) instanceof Refusal) return deadPage(askAgain);
    return htmlAnswer(
      200,
      "Your password is set",
      html`<p>Whoever was signed in has been signed out. Sign in with the new password.</p>`,
    );
  }),
];

const askAgain = html`<a href="${forgotten}">Ask for another one.</a>`;

async function resetPage(
  visit: Visit,
  token: string,
  status: number,
  faults: readonly FieldError[],
): Promise<PageAnswer> {
  const link = await openLink(visit, token, "password_reset");
  if (!link) return deadPage(askAgain);
  const fields = [shownEmail(link.email), newPasswordField];
  return htmlAnswer(
    status,
    "Set a new password",
    html`${faultList(faults)}${form(reset, token, fields, "Set the password")}`,
  );
}

const openLink = (
  { database, now }: Visit,
  token: string,
  purpose: LinkPurpose,
): Promise<AccountLink | null> =>
  database.asSystem((tx) => findOpenLink(tx, hashSecret(token), purpose, now));
