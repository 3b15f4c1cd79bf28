import { htmlAnswer, type PageAnswer } from "#http/page.ts";
import { type FieldError, Refusal } from "#kernel/errors.ts";
import { type Html, html } from "#kernel/html.ts";

/** A form that is sent to `action`, with a token that its reader does not see. */
export const form = (
  action: string,
  token: string | null,
  fields: readonly Html[],
  button: string,
): Html => html`
<form method="post" action="${action}">
${token === null ? null : html`<input type="hidden" name="token" value="${token}">`}
${fields}
<button type="submit">${button}</button>
</form>`;

export const nameField = (name: string, label: string, autocomplete: string, value: string): Html => html`
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" autocomplete="${autocomplete}" value="${value}" maxlength="200" required>`;

export const emailField = (value: string): Html => html`
<label for="email">E-mail address</label>
<input id="email" name="email" type="email" autocomplete="username" value="${value}" maxlength="254" required>`;

/** The address that a form is about, for reading, and for whatever keeps the reader's passwords. It is not sent. */
export const shownEmail = (value: string): Html => html`
<label for="email">E-mail address</label>
<input id="email" type="email" autocomplete="username" value="${value}" readonly>`;

export const newPasswordField = html`
<label for="password">New password</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="12" maxlength="200" aria-describedby="rule" required>
<p class="hint" id="rule">At least 12 characters.</p>`;

export const passwordField = html`
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required>`;

const labels: Readonly<Record<string, string>> = {
  "/email": "The e-mail address",
  "/firstName": "The first name",
  "/lastName": "The last name",
  "/password": "The password",
};

/** What is wrong with what was sent, where something is. */
export const faultList = (faults: readonly FieldError[]): Html | null =>
  faults.length === 0
    ? null
    : html`<div class="faults" role="alert">${faults.map(
        ({ pointer, detail }) => html`<p>${labels[pointer] ?? "The form"} ${detail}.</p>`,
      )}</div>`;

/** For a link that cannot be used, or not any more. */
export const deadPage = (advice: Html): PageAnswer =>
  htmlAnswer(
    404,
    "This link does not work",
    html`<p>It was used already, it has expired, or a newer mail took its place.</p>\n<p>${advice}</p>`,
  );

/** What came of an operation, or what it refused. Everything else that is thrown goes on. */
export async function orRefusal<T>(work: Promise<T>): Promise<T | Refusal> {
  try {
    return await work;
  } catch (fault) {
    if (fault instanceof Refusal && fault.status < 500 && fault.status !== 429) return fault;
    throw fault;
  }
}
