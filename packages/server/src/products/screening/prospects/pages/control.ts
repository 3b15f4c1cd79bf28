import { type Html, html } from "#kernel/html.ts";
import { acceptedFiles, fileLimits } from "../files.ts";
import { formatNumber, formatSize, type ShownQuestion } from "../formats.ts";
import type { Reading } from "../texts/index.ts";
import { inTemplateLanguage } from "./frame.ts";

/** A question with what is in its control, and what is wrong with that. */
export interface Asking {
  question: ShownQuestion;
  /** As it was typed or chosen; several for several_of. */
  values: readonly string[];
  /** What was sent before, of a file. */
  fileName: string | null;
  fault: string | null;
}

/** Where the control is, for the links to it. */
export const controlId = "answer";

/** A question with the control that browsers have for its type, its help and its fault, which the control names. */
export function controlOf(asking: Asking, reading: Reading): Html {
  const { question, fault } = asking;
  const own = inTemplateLanguage(reading);
  const hint = hintOf(asking, reading);
  const about = [fault && "fault", question.help && "help", hint && "hint"].filter(Boolean).join(" ");
  const label = html`<span${own}>${question.label}</span>${
    question.required ? null : html` <span class="quiet">(${reading.texts.optional})</span>`
  }`;
  const words = html`${question.help ? html`<p class="quiet said" id="help"${own}>${question.help}</p>\n` : null}${
    hint ? html`<p class="quiet" id="hint">${hint}</p>\n` : null
  }${fault ? html`<p class="fault" id="fault">${fault}</p>\n` : null}`;
  const attributes = html`${about ? html` aria-describedby="${about}"` : null}${
    fault ? html` aria-invalid="true"` : null
  }`;
  const choices = choicesOf(asking, reading);
  if (choices) {
    // A radio button cannot be invalid, nor required alone: its group is.
    const group = html`${about ? html` aria-describedby="${about}"` : null}`;
    return html`<fieldset${group}><legend class="question">${label}</legend>\n${words}<div>${choices}</div></fieldset>`;
  }
  const required = question.required && !asking.fileName ? html` required` : null;
  return html`<label class="question" for="${controlId}">${label}</label>\n${words}${fieldOf(asking, html`${attributes}${required}`)}`;
}

function hintOf({ question, fileName }: Asking, reading: Reading): string | null {
  const { texts } = reading;
  const { type, min, max, help } = question;
  if (type === "one_of") return texts.chooseOne;
  if (type === "file")
    return [
      // Where the question has help, that says what is wanted.
      (help ? texts.fileSize : texts.file)(formatSize(fileLimits.each, reading)),
      ...(fileName ? [texts.fileThere(fileName)] : []),
    ].join(" ");
  if (type !== "several_of") return null;
  if (min && max !== undefined) return texts.chooseBetween(min, max);
  if (min) return texts.chooseAtLeast(min);
  return max === undefined ? texts.chooseAny : texts.chooseAtMost(max);
}

/** What to choose from; null for what is typed. */
function choicesOf({ question, values, fault }: Asking, reading: Reading): Html[] | null {
  const { type, options = [], required } = question;
  const { texts } = reading;
  const offered =
    type === "yes_no"
      ? [
          { value: "true", label: html`<span>${texts.yes}</span>` },
          { value: "false", label: html`<span>${texts.no}</span>` },
        ]
      : options.map(({ value, label }) => ({
          value,
          label: html`<span${inTemplateLanguage(reading)}>${label}</span>`,
        }));
  if (type !== "yes_no" && type !== "one_of" && type !== "several_of") return null;
  const isSeveral = type === "several_of";
  const chosen = new Set(values);
  const marks = html`${isSeveral || !required ? null : html` required`}${
    fault && isSeveral ? html` aria-invalid="true"` : null
  }`;
  return offered.map(
    ({ value, label }, n) =>
      html`<label class="choice"><input type="${isSeveral ? "checkbox" : "radio"}" name="value" value="${value}"${
        n === 0 ? html` id="${controlId}"` : null
      }${chosen.has(value) ? html` checked` : null}${marks}>${label}</label>\n`,
  );
}

function fieldOf({ question, values }: Asking, attributes: Html): Html {
  const value = values[0] ?? "";
  const { type, min, max, currency } = question;
  const input = (kind: string, more: Html): Html =>
    html`<input id="${controlId}" name="value" type="${kind}" value="${value}" dir="auto"${more}${attributes} autofocus>`;
  switch (type) {
    case "long_text":
      // A line break right behind the tag would be dropped.
      return html`<textarea id="${controlId}" name="value" rows="6" dir="auto" maxlength="${max ?? 2000}"${attributes} autofocus>\n${value}</textarea>`;
    case "email":
      return input(
        "email",
        html` autocomplete="email" maxlength="254" spellcheck="false" autocapitalize="none"`,
      );
    case "phone":
      return input("tel", html` autocomplete="tel" maxlength="40"`);
    case "number":
      return input("number", html` step="any" inputmode="decimal"${bounds(min, max)}`);
    case "money":
      return html`<div class="money">${input(
        "number",
        html` step="0.01" inputmode="decimal"${bounds(min ?? 0, max)}`,
      )}${currency ? html`<span class="unit">${currency}</span>` : null}</div>`;
    case "date":
      return html`<input id="${controlId}" name="value" type="date" value="${value}"${attributes} autofocus>`;
    case "file":
      return html`<input id="${controlId}" name="file" type="file" accept="${acceptedFiles}"${attributes}>`;
    default:
      return input(
        "text",
        html` maxlength="${max ?? 200}"${nameKeys.has(question.key) ? html` autocomplete="name"` : null}`,
      );
  }
}

const bounds = (min: number | undefined, max: number | undefined): Html =>
  html`${min === undefined ? null : html` min="${min}"`}${max === undefined ? null : html` max="${max}"`}`;

/** Keys whose answer is the prospect's name, as it is of contacts. */
const nameKeys: ReadonlySet<string> = new Set(["fullName", "full_name", "name"]);

/** What an answer of this question has to be, for whoever gave another. */
export function faultText(question: ShownQuestion, reading: Reading): string {
  const { faults } = reading.texts;
  const { type, min, max, message, pattern } = question;
  const number = (value: number) => formatNumber(value, reading);
  if (message) return message;
  switch (type) {
    case "number":
    case "money": {
      const least = min ?? (type === "money" ? 0 : undefined);
      if (least !== undefined && max !== undefined) return faults.numberBetween(number(least), number(max));
      if (min !== undefined) return faults.numberAtLeast(number(min));
      return max === undefined ? faults[type] : faults.numberAtMost(number(max));
    }
    case "short_text":
    case "long_text":
      if (pattern !== undefined) return faults.pattern;
      if (min === undefined && max === undefined && type === "short_text") return faults.short_text;
      return faults.characters(number(min ?? 1), number(max ?? (type === "short_text" ? 200 : 2000)));
    case "yes_no":
    case "one_of":
    case "several_of":
      return faults.choice;
    case "file":
      return faults.file(formatSize(fileLimits.each, reading));
    default:
      return faults[type];
  }
}
