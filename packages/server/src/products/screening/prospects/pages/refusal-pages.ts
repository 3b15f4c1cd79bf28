import type { PageAnswer, Visit } from "#http/page.ts";
import type { Refusal } from "#kernel/errors.ts";
import { html } from "#kernel/html.ts";
import { formatDuration, formatSeconds } from "../formats.ts";
import type { ProspectLinks } from "../links.ts";
import { type Reading, readingOf } from "../texts/index.ts";
import { wordPage } from "./frame.ts";

/** One page for a questionnaire that never was, is not published yet, or is closed. */
export const gonePage = (reading: Reading): PageAnswer =>
  wordPage(reading, { status: 404, title: reading.texts.goneTitle, words: reading.texts.gone });

/** One page for all links that lead nowhere, whatever the reason. */
export function deadPage({ languages }: Visit): PageAnswer {
  const reading = readingOf(languages);
  return wordPage(reading, { status: 404, title: reading.texts.deadTitle, words: reading.texts.dead });
}

/**
 * Why something was not done, in words for prospects. It leads on to the very address that the server calls its own,
 * where forms are taken.
 */
export const refusedPage =
  (links: ProspectLinks) =>
  (visit: Visit, refusal: Refusal): PageAnswer => {
    const reading = readingOf(visit.languages);
    const { texts } = reading;
    const { status, code } = refusal;
    if (code === "not_found") return gonePage(reading);
    const { slug } = visit.params;
    const onwards =
      slug === undefined
        ? null
        : html`<div class="actions"><a class="button" href="${links.chat(encodeURIComponent(slug))}">${texts.goBack}</a></div>`;
    return wordPage(reading, { status, onwards, ...wordsFor(visit, refusal, reading) });
  };

function wordsFor({ origin }: Visit, { code, retryAfter = 60 }: Refusal, reading: Reading) {
  const { texts } = reading;
  switch (code) {
    case "too_many_requests": {
      const wait =
        retryAfter < 60 ? formatSeconds(retryAfter, reading) : formatDuration(retryAfter * 1000, reading);
      return { title: texts.busyTitle, words: texts.busy(wait) };
    }
    case "foreign_origin":
      return { title: texts.foreignTitle, words: texts.foreign };
    case "body_too_large":
      return { title: texts.tooLargeTitle, words: texts.tooLarge };
    case "conflict":
      return { title: texts.conflictTitle, words: texts.conflict };
    default:
      return { title: texts.failedTitle, words: texts.failed(origin.requestId) };
  }
}
