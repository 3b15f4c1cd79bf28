import type { PageAnswer } from "#http/page.ts";
import { minutes } from "#kernel/clock.ts";
import { type Html, html } from "#kernel/html.ts";
import type { PublishedTemplate } from "../../templates/store.ts";
import { languagesOf, textsIn } from "../../templates/translation.ts";
import { formatDuration, languageName } from "../formats.ts";
import type { Reading } from "../texts/index.ts";
import { type ChatAssets, inTemplateLanguage, prospectPage, said } from "./frame.ts";
import { chatPath } from "./view.ts";

export interface Opening {
  template: PublishedTemplate;
  organization: string;
  reading: Reading;
  chat: { assets: ChatAssets; state: Html } | null;
}

/** What was wrong with the start: a word for whoever reads it, and whether the trap was stepped into. */
export interface StartFault {
  status: number;
  words: string;
  isTrapped?: boolean;
}

/** The introduction, with the button that starts a session. */
export function startPage(
  { template, organization, reading, chat }: Opening,
  fault: StartFault | null,
): PageAnswer {
  const { texts } = reading;
  const { slug, settings } = template;
  const { name, introduction } = textsIn(settings, reading.language, template.name);
  const { timeLimitMinutes } = settings;
  const content = html`<div class="card alone">
<div><p class="quiet" dir="auto">${texts.organizationAsks(organization)}</p>
<h1 class="title"${inTemplateLanguage(reading)}>${name}</h1></div>
${fault && html`<div class="faults" role="alert"><p>${fault.words}</p></div>\n`}${said(reading, introduction)}
${languageChoice(languagesOf(settings), reading, slug)}<p class="quiet">${
    timeLimitMinutes === null
      ? texts.kept
      : texts.timeLimit(formatDuration(minutes(timeLimitMinutes), reading))
  }</p>
${startForm(slug, reading, fault?.isTrapped ?? false)}</div>`;
  return prospectPage(reading, {
    status: fault?.status ?? 200,
    title: fault ? texts.faultyTitle(name) : name,
    content,
    chat,
  });
}

/** Scripts fill in the proof of work; without them nothing is sent there, and fewer may start. */
const startForm = (slug: string, { language, texts }: Reading, isTrapShown: boolean): Html =>
  html`<form method="post" action="${chatPath(slug)}" data-start>
<input type="hidden" name="language" value="${language}"><input type="hidden" name="altcha">
<div${isTrapShown ? null : html` class="trap" aria-hidden="true"`}><label for="website">${texts.trap}</label><input id="website" name="website" type="text"${
    isTrapShown ? null : html` tabindex="-1"`
  } autocomplete="off"></div>
<div class="actions"><button type="submit">${texts.start}</button></div>
</form>`;

const languageChoice = (
  languages: readonly string[],
  { language, texts }: Reading,
  slug: string,
): Html | null =>
  languages.length < 2
    ? null
    : html`<nav aria-label="${texts.languages}"><ul class="tongues">${languages.map(
        (one) =>
          html`<li><a href="${chatPath(slug)}?lang=${encodeURIComponent(one)}" lang="${one}" hreflang="${one}"${
            one === language ? html` aria-current="true"` : null
          }>${languageName(one)}</a></li>`,
      )}</ul></nav>\n`;
