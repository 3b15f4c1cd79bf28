import type { PageAnswer } from "#http/page.ts";
import { type Html, html } from "#kernel/html.ts";
import { isFile, type Question } from "../../questions.ts";
import { answersList } from "./answers-list.ts";
import { type Asking, controlId, controlOf } from "./control.ts";
import { prospectPage } from "./frame.ts";
import { header, otherDevice, timeWords } from "./parts.ts";
import { valuesOf } from "./read-answer.ts";
import { answerTo, chatPath, isAnswered, shownQuestion, type View } from "./view.ts";

/** What was sent in answer, and why it was refused. */
export interface Attempt {
  values: readonly string[];
  fault: string;
}

/** One question as a form, and what was answered so far. */
export function questionPage(
  view: View,
  question: Question,
  { attempt, state }: { attempt: Attempt | null; state: Html | null },
): PageAnswer {
  const { reading, chat, template } = view;
  const { texts } = reading;
  const shown = shownQuestion(view, question);
  const answer = answerTo(view, question);
  const file = isFile(answer) ? answer : null;
  const asking: Asking = {
    question: shown,
    values: attempt?.values ?? valuesOf(answer),
    fileName: file?.name ?? null,
    fault: attempt?.fault ?? null,
  };
  const isChange = isAnswered(view, question);
  const multipart = question.type === "file" ? html` enctype="multipart/form-data"` : null;
  const content = html`${header(view, progressOf(view, question))}
<div class="card">
${attempt && summary(view, attempt.fault)}<form method="post" action="${chatPath(template.slug)}/answers"${multipart}>
<input type="hidden" name="key" value="${question.key}">
${controlOf(asking, reading)}
<div class="actions"><button type="submit">${isChange ? texts.save : texts.next}</button>${
    question.required
      ? null
      : html`<button class="light" type="submit" name="skip" value="yes" formnovalidate formenctype="application/x-www-form-urlencoded">${texts.skip}</button>`
  }${leaving(view, question)}</div>
</form>
${timeWords(view)}</div>
${answersList(view, { except: question, title: texts.soFar })}${otherDevice(view)}`;
  const title = `${progressOf(view, question)}: ${shown.label} · ${view.texts.name}`;
  return prospectPage(reading, {
    status: attempt ? 422 : 200,
    title: attempt ? texts.faultyTitle(title) : title,
    content,
    chat: chat && state && { assets: chat, state },
  });
}

const summary = ({ reading }: View, fault: string): Html =>
  html`<div class="faults" role="alert"><h2>${reading.texts.faultsTitle}</h2>
<ul><li><a href="#${controlId}">${fault}</a></li></ul></div>\n`;

/** Back to the answer before, or away from a change. */
function leaving(view: View, question: Question): Html | null {
  const { reading, template } = view;
  const path = chatPath(template.slug);
  if (isAnswered(view, question)) return html`<a href="${path}">${reading.texts.keepAsIs}</a>`;
  const before = view.path.asked.slice(0, view.path.asked.indexOf(question)).at(-1);
  if (!before || !isAnswered(view, before)) return null;
  return html`<a href="${path}?change=${encodeURIComponent(before.key)}">${reading.texts.back}</a>`;
}

/** Where answers decide what follows, nobody knows how many there are. */
function progressOf({ path, reading, template }: View, question: Question): string {
  const number = path.asked.indexOf(question) + 1;
  const rest = path.asked.slice(number - 1);
  const isCertain = rest.every(({ branches = [] }) => branches.length === 0) || rest.length === 0;
  return reading.texts.progress(
    number,
    Math.max(path.asked.length, number),
    isCertain && template.questions.length > 0,
  );
}
