import { type Html, html, isWebUrl } from "#kernel/html.ts";
import { sentTo } from "./mail-words.ts";
import type { Notice } from "./notice.ts";

/** What a mail says beside its notice. */
export interface Margins {
  /** In whose name it is sent. */
  sender: string;
  /** Where reminders are switched off; null where they cannot be. */
  optOutUrl: string | null;
}

/**
 * A notice as an HTML mail. It has no images and needs none; styles stand in the elements, because some readers drop
 * the rest, and dark colours in a style sheet, which those that show mail in the dark understand. Tables give the
 * width to readers that know nothing else.
 */
export const renderHtml = (notice: Notice, margins: Margins): string =>
  html`<!doctype html>
<html lang="${notice.language ?? "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${notice.title}</title>
<style>${darkColours}</style>
</head>
<body class="page" style="margin:0;padding:0;${light.page}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="${light.page}">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;table-layout:fixed">
<tr><td class="card" align="left" style="text-align:start;padding:28px 24px;border:1px solid #dfe3e8;border-radius:12px;${light.card}${type}">
<p class="muted" dir="auto" style="margin:0 0 12px;font-size:14px;${light.muted}${wrapping}">${margins.sender}</p>
<h1 dir="auto" style="margin:0 0 16px;font-size:21px;line-height:1.3;font-weight:600;${wrapping}">${notice.title}</h1>
${notice.paragraphs.map(paragraph)}
${notice.facts.map(fact)}
${notice.action && button(notice.action, notice.facts)}
</td></tr>
<tr><td class="muted" align="left" style="text-align:start;padding:16px 24px;${type.replace("16px", "13px")}${light.muted}${wrapping}">${footer(notice, margins)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`.text;

const light = {
  page: "background-color:#f3f5f7;",
  card: "background-color:#ffffff;color:#1b222c;",
  muted: "color:#586271;",
  link: "color:#0b655f;",
};
const type =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;";
const wrapping = "overflow-wrap:anywhere;word-break:break-word;";

/** The same colours as their readers see them at night. */
const darkColours = html`
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #12161b !important; }
  .card { background-color: #1b2027 !important; border-color: #2c343e !important; color: #e6e9ed !important; }
  .muted { color: #a2acb9 !important; }
  .link { color: #6fcfc6 !important; }
  .button { background-color: #6fcfc6 !important; }
  .button a { color: #0a2321 !important; }
}
`;

const paragraph = (text: string): Html =>
  html`<p dir="auto" style="margin:0 0 16px;${wrapping}">${lines(text)}</p>\n`;

const fact = ({ label, value }: Notice["facts"][number]): Html =>
  html`<p style="margin:0 0 12px;${wrapping}"><span class="muted" style="display:block;font-size:13px;${light.muted}">${label}</span><span dir="auto" style="display:block">${isWebUrl(value) ? link(value) : lines(value)}</span></p>\n`;

/** Line breaks stay. */
const lines = (text: string): Html[] =>
  text.split("\n").map((line, n) => (n === 0 ? html`${line}` : html`<br>${line}`));

const link = (url: string): Html =>
  html`<a class="link" href="${url}" style="${light.link}${wrapping}">${url}</a>`;

/** The address stands below in letters too, unless it is a fact already: for whoever does not see the button, or wants to know where it leads. */
function button({ label, url }: NonNullable<Notice["action"]>, facts: Notice["facts"]): Html {
  if (!isWebUrl(url)) return paragraph(`${label}: ${url}`);
  const isShown = facts.some(({ value }) => value === url);
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 12px"><tr>
<td class="button" style="border-radius:8px;background-color:#0b655f"><a href="${url}" style="display:inline-block;padding:12px 20px;font-weight:600;color:#ffffff;text-decoration:none">${label}</a></td>
</tr></table>
${isShown ? null : html`<p style="margin:0;font-size:13px;${wrapping}">${link(url)}</p>`}`;
}

function footer(notice: Notice, { sender, optOutUrl }: Margins): Html {
  const words = html`${sentTo(notice, sender)}`;
  if (!optOutUrl) return words;
  return html`${words}<br><a class="muted" href="${optOutUrl}" style="${light.muted}">Switch reminders off</a>`;
}
