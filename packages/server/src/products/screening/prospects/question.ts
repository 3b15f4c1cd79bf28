import type { Outcome, Question } from "../questions.ts";
import type { TemplateSettings } from "../templates/settings.ts";
import { member, translationIn } from "../templates/translation.ts";

/**
 * A question as its prospect's client sees it, in a language. Branches stay here: nobody shall read off what
 * disqualifies. `next` is the key of the question that follows whatever is answered, null where the end does, and
 * absent where the answer decides.
 */
export function presentQuestionTo(
  question: Question,
  questions: readonly Question[],
  translations: TemplateSettings["translations"],
  language: string,
) {
  const { key, type, required, options, min, max, pattern, currency } = question;
  const words = member(translationIn(translations, language).questions, key) ?? {};
  return {
    key,
    label: words.label ?? question.label,
    help: words.help ?? question.help,
    type,
    required,
    options: options?.map((value) => ({ value, label: member(words.options, value) ?? value })),
    min,
    max,
    pattern,
    message: words.message ?? question.message,
    currency,
    next: certainNext(question, questions),
  };
}

/** What follows a question for certain; undefined where an answer, to this question or an earlier one, decides. */
function certainNext(question: Question, questions: readonly Question[]): string | null | undefined {
  const { branches = [], otherwise } = question;
  const after = questions[questions.indexOf(question) + 1]?.key ?? null;
  const follows = (outcome: Outcome | undefined): string | null | undefined => {
    if (!outcome) return after;
    if ("goTo" in outcome) return outcome.goTo;
    return "finish" in outcome ? null : undefined;
  };
  const [first, ...others] = new Set([otherwise, ...branches.map(({ then }) => then)].map(follows));
  return others.length > 0 ? undefined : first;
}
