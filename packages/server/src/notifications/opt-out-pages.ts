import { Type } from "typebox";
import { formPage, htmlAnswer, type Page, type PageAnswer, viewPage } from "#http/page.ts";
import { html } from "#kernel/html.ts";
import { oneOf } from "#kernel/schema.ts";
import type { Vault } from "#kernel/vault.ts";
import { chooseByLink, optOutPath, type ReminderChoice } from "./opt-outs.ts";

/** Many readers of one mail provider come from the same addresses of its own. */
const perMinute = 600;

/**
 * What is sent by the page's button; mail programs send `List-Unsubscribe=One-Click` (RFC 8058) instead, and nothing at
 * all is asked for beside the link.
 */
const Choice = Type.Object({ reminders: Type.Optional(oneOf(["on", "off"])) });

/**
 * The page behind the link in reminders, on which they are switched off, and on again. Opening it changes nothing,
 * because programs open links before people do.
 */
export const optOutPages = (vault: Vault): Page[] => [
  viewPage({ path: optOutPath, perMinute }, async ({ database, now, params: { token = "" } }) =>
    answer(await chooseByLink({ database, vault, token, now }, null)),
  ),
  formPage({ path: optOutPath, perMinute, form: Choice }, async (visit, { form }) => {
    const { database, now, params } = visit;
    const asked = { database, vault, token: params.token ?? "", now };
    return answer(await chooseByLink(asked, form.reminders === "on"));
  }),
];

function answer(choice: ReminderChoice | null): PageAnswer {
  if (!choice) {
    return htmlAnswer(
      404,
      "This link is not whole",
      html`<p>Open it from the e-mail again, or copy all of it.</p>`,
    );
  }
  const { organization, email, reminders } = choice;
  const [says, value, label] = reminders
    ? ["gets reminders before sessions of", "off", "Switch reminders off"]
    : ["gets no reminders of sessions of", "on", "Switch reminders on again"];
  return htmlAnswer(
    200,
    reminders ? "Reminders are on" : "Reminders are off",
    html`<p><strong>${email}</strong> ${says} <strong>${organization}</strong>. Invitations, changes and cancellations are always sent.</p>
<form method="post"><input type="hidden" name="reminders" value="${value}"><button>${label}</button></form>`,
  );
}
