import { type Html, html } from "#kernel/html.ts";
import type { Question } from "../../questions.ts";
import { answerText } from "../formats.ts";
import { inTemplateLanguage } from "./frame.ts";
import { answered, answerTo, chatPath, shownQuestion, type View } from "./view.ts";

/** What was answered, each with the way to change it; null where there is nothing. */
export function answersList(
  view: View,
  { except = null, title = null }: { except?: Question | null; title?: string | null },
): Html | null {
  const { reading, template } = view;
  const listed = answered(view).filter((question) => question !== except);
  if (listed.length === 0) return null;
  const rows = listed.map((question) => {
    const shown = shownQuestion(view, question);
    const path = `${chatPath(template.slug)}?change=${encodeURIComponent(question.key)}`;
    return html`<div><dt${inTemplateLanguage(reading)}>${shown.label}</dt>
<dd><span dir="auto">${answerText(shown, answerTo(view, question), reading)}</span> <a href="${path}">${reading.texts.change}<span class="unseen">: <span${inTemplateLanguage(reading)}>${shown.label}</span></span></a></dd></div>\n`;
  });
  return html`<section class="aside">${title && html`<h2 class="label">${title}</h2>`}<dl class="answers">${rows}</dl></section>\n`;
}
