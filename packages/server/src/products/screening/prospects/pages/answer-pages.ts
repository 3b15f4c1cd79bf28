import { Type } from "typebox";
import {
  formPage,
  type Page,
  type PageAnswer,
  redirectAnswer,
  type UploadedFile,
  type Visit,
  viewPage,
} from "#http/page.ts";
import { type FieldError, Refusal } from "#kernel/errors.ts";
import { isFile, type Question } from "../../questions.ts";
import { fileLimits } from "../files.ts";
import { answerQuestion } from "../operations/answer-question.ts";
import { finishSession } from "../operations/finish-session.ts";
import { readFile, uploadFile } from "../operations/upload-file.ts";
import { sessionState } from "./chat-state.ts";
import { faultText } from "./control.ts";
import { bearing, findView, type PageParts, slugOf } from "./find-view.ts";
import { questionPage } from "./question-page.ts";
import { type FormAnswer, readAnswer } from "./read-answer.ts";
import { refusedPage } from "./refusal-pages.ts";
import { answerTo, chatPath, shownQuestion, type View } from "./view.ts";

const perMinute = 300;

const GivenAnswer = Type.Object({
  key: Type.String(),
  value: Type.Optional(Type.Array(Type.String(), { maxItems: 100 })),
  /** The button that leaves an optional question without an answer. */
  skip: Type.Optional(Type.String()),
});
type GivenAnswer = { key: string; value?: string[]; skip?: string };

const [answersPath, finishPath] = ["/c/:slug/answers", "/c/:slug/finish"];

/** Where the forms of a session are sent. Whatever comes of it, the questionnaire's page shows what is next. */
export function answerPages(parts: PageParts): Page[] {
  const refused = refusedPage(parts.links);
  const sent = { perMinute, ownOriginOnly: true, refused };
  return [
    formPage(
      { ...sent, path: answersPath, form: GivenAnswer, fileLimit: fileLimits.each },
      async (visit, { form, faults, file }) => {
        const view = await findView(visit, parts, slugOf(visit));
        const question = view?.path.asked.find(({ key }) => key === form.key);
        // Sent from a page that is out of date.
        if (view?.session.status !== "active" || !question) return onwards(visit);
        const given = faults.length > 0 ? unreadable : form;
        return answer({ visit, parts, view, question }, given, file);
      },
    ),
    formPage({ ...sent, path: finishPath, form: Type.Object({}) }, async (visit) => {
      const view = await findView(visit, parts, slugOf(visit));
      if (!view) return onwards(visit);
      const { key } = view;
      await visit.database
        .asSystem((tx) => finishSession(bearing(tx, visit, key), key.sessionId))
        .catch(allowStale);
      return onwards(visit);
    }),
    // A refused answer leaves its address in the browser, for whoever loads it again or keeps it.
    ...[answersPath, finishPath].map((path) =>
      viewPage({ path, perMinute, refused }, async (visit) => onwards(visit)),
    ),
  ];
}

const onwards = (visit: Visit): PageAnswer => redirectAnswer(chatPath(slugOf(visit)));

/** What has characters that no answer can have. It is not shown again either. */
const unreadable: GivenAnswer = { key: "", value: ["\u0000"] };

/** An answer on its way. */
interface Answering {
  visit: Visit;
  parts: PageParts;
  view: View;
  question: Question;
}

async function answer(
  answering: Answering,
  { value = [], skip }: GivenAnswer,
  file: UploadedFile | null,
): Promise<PageAnswer> {
  const { visit, parts, view, question } = answering;
  const shown = shownQuestion(view, question);
  const again = (fault: string): PageAnswer => {
    const values = value.filter((one) => !one.includes("\u0000"));
    const state = parts.chat && sessionState(view, parts);
    return questionPage(view, question, { attempt: { values, fault }, state });
  };
  const isFileGiven = question.type === "file" && skip === undefined && file !== null && file.name !== "";
  const given = skip === undefined ? readAnswer(shown, value) : null;
  if (given === null && !isFileGiven) {
    // Whoever changes a file and chooses none keeps the one that is there.
    if (skip === undefined && isFile(answerTo(view, question))) return onwards(visit);
    if (question.required) return again(view.reading.texts.faults.required);
  }
  const isTaken = isFileGiven ? await giveFile(answering, file) : await give(answering, given);
  return isTaken ? onwards(visit) : again(faultText(shown, view.reading));
}

/** Stores an answer; false where it is none to this question. */
const give = ({ visit, view: { key: own }, question: { key } }: Answering, value: FormAnswer) =>
  visit.database
    .asSystem((tx) => answerQuestion(bearing(tx, visit, own), own.sessionId, { key, value }))
    .then(() => true, isTaken);

/** The same of a file, which is read before the transaction that stores it. */
async function giveFile({ visit, view, question: { key } }: Answering, file: UploadedFile): Promise<boolean> {
  const { database, now } = visit;
  const { sessionId: id, token: bearer } = view.key;
  return readFile({ database, now, bearer, id, key, file })
    .then((checked) => database.asSystem((tx) => uploadFile(bearing(tx, visit, view.key), id, key, checked)))
    .then(() => true, isTaken);
}

function isTaken(fault: unknown): boolean {
  const isAbout = ({ pointer }: FieldError) => pointer.startsWith("/value") || pointer === "/file";
  if (fault instanceof Refusal && (fault.code === "body_too_large" || fault.errors?.some(isAbout)))
    return false;
  return allowStale(fault);
}

/** What was sent from a page that is out of date changes nothing: its reader sees how things are. */
function allowStale(fault: unknown): true {
  const stale: readonly string[] = ["unprocessable", "refused_transition", "not_found"];
  if (fault instanceof Refusal && stale.includes(fault.code)) return true;
  throw fault;
}
