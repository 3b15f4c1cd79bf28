/** @jsxImportSource preact */
import { Fragment } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Turn, View } from "./conversation.ts";
import { isCalm } from "./scrolling.ts";
import { useChat } from "./surroundings.ts";
import { AnsweredTurn } from "./turn.tsx";

/**
 * What was said so far. It is a log, and says nothing by itself: the focus goes to each new question, which is heard
 * by that, and what falls away the status line says.
 */
export function Log({ view, canChange }: { view: View; canChange: boolean }) {
  const { texts } = useChat();
  const { turns, leaving } = useLeaving(view);
  const { editing, refused, dropped } = view;
  return (
    <div class="log" role="log" aria-live="off" aria-label={texts.conversation}>
      {/* biome-ignore lint/a11y/noRedundantRoles: without markers, Safari takes a list for none. */}
      <ol class="turns" role="list">
        {turns.map((turn) => (
          <Fragment key={turn.question.key}>
            <AnsweredTurn
              turn={turn}
              isEditing={editing === turn.question.key}
              isLeaving={leaving.has(turn.question.key)}
              canChange={canChange}
              refused={refused}
            />
            {dropped && dropped.key === turn.question.key && (
              <li class="note">{texts.dropped(dropped.labels)}</li>
            )}
          </Fragment>
        ))}
      </ol>
    </div>
  );
}

/** Milliseconds in which what fell away is still seen to go; as long as its animation. */
const farewell = 400;

/** The turns, and for a moment those among them that were there before and are no more. */
function useLeaving({ turns, current, dropped }: View): { turns: Turn[]; leaving: ReadonlySet<string> } {
  const before = useRef(turns);
  const [gone, setGone] = useState<readonly { turn: Turn; at: number }[]>([]);
  const keys = new Set(turns.map(({ question }) => question.key));
  const fallen = before.current.flatMap((turn, at) =>
    keys.has(turn.question.key) || turn.question.key === current?.key ? [] : [{ turn, at }],
  );
  before.current = turns;
  const shown = dropped && fallen.length > 0 && !isCalm() ? fallen : gone;
  useEffect(() => {
    if (shown !== gone) setGone(shown);
  });
  useEffect(() => {
    if (gone.length === 0) return undefined;
    const timer = setTimeout(() => setGone([]), farewell);
    return () => clearTimeout(timer);
  }, [gone]);
  const together = [...turns];
  for (const { turn, at } of shown) {
    if (!keys.has(turn.question.key)) together.splice(at, 0, turn);
  }
  const leaving = shown.map(({ turn }) => turn.question.key).filter((key) => !keys.has(key));
  return { turns: together, leaving: new Set(leaving) };
}
