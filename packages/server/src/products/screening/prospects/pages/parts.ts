import { type Html, html } from "#kernel/html.ts";
import { formatDate, formatDuration } from "../formats.ts";
import { inTemplateLanguage } from "./frame.ts";
import type { View } from "./view.ts";

/** Which questionnaire it is, and how far its prospect has come. */
export const header = ({ texts, reading }: View, progress: string | null): Html =>
  html`<div class="head"><h1${inTemplateLanguage(reading)}>${texts.name}</h1>${
    progress && html`<p class="quiet">${progress}</p>`
  }</div>`;

/** Until when there is time: a time limit, or the day on which sessions expire. */
export function timeWords({ session, template, reading, now }: View): Html {
  const { texts } = reading;
  const left = session.expiresAt.getTime() - now.getTime();
  const words =
    template.settings.timeLimitMinutes === null
      ? texts.until(formatDate(session.expiresAt, reading))
      : texts.timeLeft(formatDuration(left, reading));
  return html`<p class="quiet">${words}</p>\n`;
}

/** The link by which somebody goes on elsewhere, folded away. */
export const otherDevice = ({ reading: { texts }, continueUrl }: View): Html =>
  html`<details class="aside"><summary>${texts.otherDevice}</summary>
<p class="quiet">${texts.otherDeviceHow}</p>
<p class="link"><a href="${continueUrl}" aria-label="${texts.otherDeviceLink}">${continueUrl}</a></p></details>`;
