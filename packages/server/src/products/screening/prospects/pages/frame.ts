import { documentAnswer, type PageAnswer } from "#http/page.ts";
import { type Html, html } from "#kernel/html.ts";
import type { Reading } from "../texts/index.ts";
import { look } from "./style.ts";

/** Scripts and styles of the chat, by their paths; null where it was not built. */
export interface ChatAssets {
  script: string;
  styles: readonly string[];
}

interface Shown {
  status?: number;
  title: string;
  content: Html;
  headers?: Readonly<Record<string, string>>;
  /** The chat takes such a page over; what it needs to know is in `end`. */
  chat?: { assets: ChatAssets; state: Html } | null;
}

/** A page for prospects, whole without scripts. */
export const prospectPage = (
  reading: Reading,
  { status = 200, title, content, headers = {}, chat = null }: Shown,
): PageAnswer =>
  documentAnswer(status, look, {
    title,
    content,
    language: reading.ours,
    kind: "plain",
    // Without a referrer, browsers do not say either whence a form is sent.
    headers: { ...headers, "referrer-policy": "same-origin" },
    head: chat && headOf(chat.assets),
    end: chat?.state ?? null,
    usesAssets: chat !== null,
    // A phone far from its mast: half of what is loaded until the first answer is this.
    isCompressible: true,
  });

const headOf = ({
  script,
  styles,
}: ChatAssets): Html => html`<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${styles.map(
  (path) => html`<link rel="stylesheet" href="${path}">\n`,
)}<script type="module" src="${script}"></script>
`;

/** A page that says one thing, such as that a link does not work. */
export const wordPage = (
  reading: Reading,
  {
    status,
    title,
    words,
    onwards = null,
  }: { status: number; title: string; words: string; onwards?: Html | null },
): PageAnswer =>
  prospectPage(reading, {
    status,
    title,
    content: html`<div class="card alone"><h1 class="title">${title}</h1>
<p>${words}</p>
${onwards}</div>`,
  });

/** Attributes of an element with a template's text in it. */
export const inTemplateLanguage = ({ language }: Reading): Html => html` lang="${language}" dir="auto"`;

/** A template's text of several lines. */
export const said = (reading: Reading, text: string | null): Html | null =>
  text ? html`<p class="said"${inTemplateLanguage(reading)}>${text}</p>` : null;
