import { followPath, type Path } from "../../path.ts";
import type { Answer, Question } from "../../questions.ts";
import { type TemplateTexts, textsIn } from "../../templates/translation.ts";
import type { ShownQuestion } from "../formats.ts";
import type { ProspectKey } from "../links.ts";
import type { OwnSession } from "../operations/get-own-session.ts";
import { presentQuestionTo } from "../question.ts";
import { type Reading, readingIn } from "../texts/index.ts";
import type { ChatAssets } from "./frame.ts";

/** A session as its prospect's pages show it. */
export interface View extends OwnSession {
  /** By which its prospect is known. */
  key: ProspectKey;
  reading: Reading;
  texts: TemplateTexts;
  /** The name of whoever asks. */
  organization: string;
  path: Path;
  now: Date;
  continueUrl: string;
  statusUrl: string;
  /** What lets the chat take the page over; null where it was not built. */
  chat: ChatAssets | null;
}

type Found = Pick<
  View,
  "key" | "session" | "template" | "organization" | "now" | "continueUrl" | "statusUrl" | "chat"
>;

export function viewOf(found: Found): View {
  const { session, template } = found;
  const { name, questions, settings } = template;
  return {
    ...found,
    reading: readingIn(session.language),
    texts: textsIn(settings, session.language, name),
    path: followPath(questions, session.submission),
  };
}

/** A question in the session's language, without what it leads to. */
export const shownQuestion = ({ template, session }: View, question: Question): ShownQuestion =>
  presentQuestionTo(question, template.questions, template.settings.translations, session.language);

export const isAnswered = ({ session }: View, { key }: Pick<Question, "key">): boolean =>
  Object.hasOwn(session.submission, key);

export const answerTo = (view: View, question: Pick<Question, "key">): Answer =>
  isAnswered(view, question) ? (view.session.submission[question.key] ?? null) : null;

/** The questions along the path that have been answered or left out. */
export const answered = (view: View): Question[] =>
  view.path.asked.filter((question) => isAnswered(view, question));

export const chatPath = (slug: string): string => `/c/${encodeURIComponent(slug)}`;
