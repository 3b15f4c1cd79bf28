import type { PageAnswer } from "#http/page.ts";
import { days } from "#kernel/clock.ts";
import { type Html, html } from "#kernel/html.ts";
import { contactFacts } from "../../questions.ts";
import { endingIn } from "../../templates/translation.ts";
import { answersList } from "./answers-list.ts";
import { inTemplateLanguage, prospectPage, said } from "./frame.ts";
import { header, otherDevice, timeWords } from "./parts.ts";
import { chatPath, type View } from "./view.ts";

/** Every question is answered: the answers once more, before they are sent. */
export function checkPage(view: View, state: Html | null): PageAnswer {
  const { reading, template, chat } = view;
  const { texts } = reading;
  const content = html`${header(view, null)}
<div class="card">
<h2 class="title">${texts.checkTitle}</h2>
<p>${texts.checkDetail}</p>
${answersList(view, {})}<form method="post" action="${chatPath(template.slug)}/finish"><div class="actions"><button type="submit">${texts.send}</button></div></form>
${timeWords(view)}</div>
${otherDevice(view)}`;
  const title = `${texts.checkTitle} · ${view.texts.name}`;
  return prospectPage(reading, { title, content, chat: chat && state && { assets: chat, state } });
}

/** What a session that takes no more answers came to. */
export function endPage(view: View, state: Html | null): PageAnswer {
  const { reading, chat } = view;
  const { title, content } = ending(view);
  return prospectPage(reading, {
    title: `${title} · ${view.texts.name}`,
    content: html`${header(view, null)}
<div class="card">
<h2 class="title">${title}</h2>
${content}</div>`,
    chat: chat && state && { assets: chat, state },
  });
}

/** Milliseconds after a polite end in which this browser is not offered to begin anew. */
const restartAfter = days(1);

function ending(view: View): { title: string; content: Html } {
  const { reading, session, template, path, organization, now } = view;
  const { texts } = reading;
  if (session.storedStatus === "disqualified") {
    const words = path.disqualified && endingIn(template.settings, session.language, path.disqualified);
    // Not at once, which would ask for another answer instead; but a phone that is shared must not stay closed.
    const isLongAgo = now.getTime() - session.expiresAt.getTime() >= restartAfter;
    return {
      title: texts.endedTitle,
      content: html`${said(reading, words)}${isLongAgo ? again(view) : null}`,
    };
  }
  if (session.status === "completed") return { title: texts.doneTitle, content: completion(view) };
  if (session.storedStatus === "completed")
    return {
      title: texts.lateTitle,
      content: html`<p dir="auto">${texts.late(organization)}</p>${again(view)}`,
    };
  return { title: texts.expiredTitle, content: html`<p>${texts.expired}</p>${again(view)}` };
}

function completion(view: View): Html {
  const { reading, session, template, organization, statusUrl } = view;
  const { texts } = reading;
  const { email } = contactFacts(template.questions, session.submission);
  return html`${
    view.texts.completion
      ? html`<p class="said"${inTemplateLanguage(reading)}>${view.texts.completion}</p>`
      : html`<p dir="auto">${texts.done(organization)}</p>`
  }
<p>${email === null ? texts.noMail : texts.mailExpected(email)}</p>
<div class="actions"><a class="button" href="${statusUrl}">${texts.statusLink}</a></div>
<p class="link">${statusUrl}</p>
${again(view)}`;
}

/** For whoever shares a device, or was late. */
const again = ({ reading: { texts, language }, template }: View): Html =>
  html`<form method="post" action="${chatPath(template.slug)}"><input type="hidden" name="language" value="${language}"><div class="actions"><button class="light" type="submit">${texts.startAgain}</button></div></form>\n`;
