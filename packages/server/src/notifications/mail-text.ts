import type { Margins } from "./mail-html.ts";
import { sentTo } from "./mail-words.ts";
import type { Notice } from "./notice.ts";

/** Columns that fit a narrow window, also once the text is quoted in an answer. */
const width = 74;

/** A notice as a plain text mail. */
export function renderText(notice: Notice, { sender, optOutUrl }: Margins): string {
  const { title, paragraphs, facts, action } = notice;
  const blocks = [
    wrap(title),
    ...paragraphs.map(wrap),
    facts.map(({ label, value }) => wrap(`${label}: ${value}`)).join("\n"),
    action ? `${wrap(`${action.label}:`)}\n${action.url}` : "",
    ["-- ", wrap(sentTo(notice, sender)), optOutUrl ? `Switch reminders off: ${optOutUrl}` : ""]
      .filter(Boolean)
      .join("\n"),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

/** Breaks lines between words; what has no spaces, such as a URL or Japanese, is left to the reader's window. */
const wrap = (text: string): string => text.split("\n").map(wrapLine).join("\n");

function wrapLine(text: string): string {
  let length = 0;
  return text
    .split(" ")
    .map((word, n) => {
      const fits = n === 0 || length + 1 + word.length <= width;
      length = fits ? length + (n === 0 ? 0 : 1) + word.length : word.length;
      return n === 0 ? word : (fits ? " " : "\n") + word;
    })
    .join("");
}
