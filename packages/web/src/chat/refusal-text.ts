import type { Refused } from "./conversation.ts";
import type { Question } from "./session.ts";
import type { Texts } from "./texts/index.ts";

/** Why an answer came back, in the template's own words where it has some. */
export function refusalText(question: Question, { reason }: Refused, texts: Texts): string {
  if (reason === "size") return texts.fileTooLarge;
  return question.message ?? (question.type === "file" ? texts.fileRefused : texts.refused);
}
