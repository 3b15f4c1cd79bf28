import { type Answer, answerIn, type Question, type Session } from "./session.ts";

/** Where the answers lead, as far as it can be said on this side of the network. */
export interface Path {
  /** The questions in the order in which they are asked. */
  asked: Question[];
  /** How many of `asked` are certain; what stands behind them the server has to confirm, and nothing new is asked. */
  certain: number;
  /** Nothing else is asked behind `asked`, unless an answer changes. */
  isWhole: boolean;
}

/**
 * Follows the questions with the answers that are still to be sent. What decides at a branch the server keeps to
 * itself: behind one, its word counts as long as nothing before it has changed since.
 */
export function readPath(session: Session, unsent: ReadonlyMap<string, Answer>): Path {
  const byKey = new Map(session.questions.map((question) => [question.key, question]));
  const asked: Question[] = [];
  let hasChanged = false;
  for (let question = session.questions[0]; question; ) {
    asked.push(question);
    hasChanged ||= unsent.has(question.key);
    if (question.next === undefined && hasChanged) return withConfirmedBefore(session, asked);
    const next = question.next === undefined ? following(session.asked, question.key) : question.next;
    question = next === null ? undefined : byKey.get(next);
  }
  return { asked, certain: asked.length, isWhole: true };
}

const following = (keys: readonly string[], key: string): string | null =>
  keys[keys.indexOf(key) + 1] ?? null;

/** What came behind the last time, so that it does not vanish for the moment that the server takes. */
function withConfirmedBefore(session: Session, certain: readonly Question[]): Path {
  const known = new Set(certain.map(({ key }) => key));
  const before = new Set(session.asked);
  const rest = session.questions.filter(
    ({ key }) => before.has(key) && !known.has(key) && answerIn(session, key) !== undefined,
  );
  return { asked: [...certain, ...rest], certain: certain.length, isWhole: false };
}
