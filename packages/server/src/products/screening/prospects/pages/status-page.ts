import type { PageAnswer } from "#http/page.ts";
import { type Html, html } from "#kernel/html.ts";
import { textsIn } from "../../templates/translation.ts";
import { formatDate } from "../formats.ts";
import type { SessionState } from "../status-store.ts";
import { type Reading, readingIn } from "../texts/index.ts";
import { inTemplateLanguage, prospectPage } from "./frame.ts";

export interface Standing extends SessionState {
  /** The name of whoever decides. */
  organization: string;
}

/** How far a session has come. It says nothing of what was answered, nor why it was decided so. */
export function statusPage(standing: Standing): PageAnswer {
  const reading = readingIn(standing.language);
  const { status } = reading.texts;
  const { name } = textsIn(standing.settings, standing.language, standing.templateName);
  const { word, detail, more = null } = wordsFor(standing, reading);
  return prospectPage(reading, {
    title: `${word} · ${name}`,
    content: html`<div class="head"><h1${inTemplateLanguage(reading)}>${name}</h1><p class="quiet" dir="auto">${status.for(standing.organization)}</p></div>
<div class="card">
<p class="quiet">${status.title}</p>
<h2 class="title">${word}</h2>
<p dir="auto">${detail}</p>
${more}</div>`,
  });
}

interface Words {
  word: string;
  detail: string;
  more?: Html;
}

function wordsFor(standing: Standing, reading: Reading): Words {
  const { storedStatus, status: asOfNow, reviewStatus, organization } = standing;
  const { texts } = reading;
  const { status } = texts;
  if (reviewStatus !== "pending_review") {
    const decided = reviewStatus === "approved" ? status.approved : status.denied;
    const detail = reviewStatus === "approved" ? status.approvedDetail : status.deniedDetail;
    return { word: decided, detail: detail(organization), more: steps(standing, decided, reading) };
  }
  if (storedStatus === "disqualified") return { word: status.ended, detail: status.endedDetail };
  if (asOfNow === "expired") {
    const detail = storedStatus === "completed" ? texts.late(organization) : texts.expired;
    return { word: status.expired, detail };
  }
  if (asOfNow === "active") return { word: status.open, detail: status.openDetail };
  return {
    word: status.inReview,
    detail: status.inReviewDetail(organization),
    more: html`${steps(standing, null, reading)}<p class="quiet">${status.byWhen(formatDate(standing.expiresAt, reading))}</p>\n`,
  };
}

/** Received, in review, decided: the words say what colour and shape show. */
function steps({ completedAt, reviewedAt }: Standing, decided: string | null, reading: Reading): Html {
  const { status } = reading.texts;
  const on = (date: Date) => status.on(formatDate(date, reading));
  const step = (kind: "done" | "now" | "ahead", name: string, word: string): Html =>
    html`<li class="${kind}"${kind === "now" ? html` aria-current="step"` : null}><strong>${name}</strong> <span class="quiet">${word}</span></li>`;
  const { stepDone, stepNow, stepAhead } = status;
  return html`<h3 class="unseen">${status.steps}</h3>
<ol class="steps">${[
    step("done", status.received, decided === null && completedAt ? on(completedAt) : stepDone),
    step(decided === null ? "now" : "done", status.inReview, decided === null ? stepNow : stepDone),
    decided === null
      ? step("ahead", status.decision, stepAhead)
      : step("done", decided, reviewedAt ? on(reviewedAt) : stepDone),
  ]}</ol>\n`;
}
