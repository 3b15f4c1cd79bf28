/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { AnswerForm } from "./answer-form.tsx";
import type { View } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import { Icon } from "./icon.tsx";
import { refusalText } from "./refusal-text.ts";
import { bringIntoView } from "./scrolling.ts";
import type { Question } from "./session.ts";
import { useChat } from "./surroundings.ts";
import { Said } from "./turn.tsx";

interface Props {
  view: View;
  /** What was written before this program had come. */
  draft: Draft | null;
  /** Whether the reader is at work here, so that the focus may go where it is wanted next. */
  isEngaged: boolean;
}

/** What the conversation has come to: a question, a pause, or the last word. */
export function Present({ view, draft, isEngaged }: Props) {
  const { current, phase } = view;
  const id = current ? `${phase} ${current.key}` : phase;
  const place = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  const isFocused = isEngaged && !view.editing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new is brought into view, once.
  useEffect(() => {
    // Whoever comes back finds what they are asked, not where they once began.
    if (isFirst.current && !view.editing) bringIntoView(place.current, true);
    else if (isFocused) bringIntoView(place.current);
    isFirst.current = false;
  }, [id]);
  return (
    <section class="present" ref={place} key={id}>
      {current ? (
        <Asked question={current} view={view} draft={draft} isFocused={isFocused} />
      ) : (
        <Pause view={view} isFocused={isFocused} />
      )}
    </section>
  );
}

function Asked({
  question,
  view,
  draft,
  isFocused,
}: { question: Question; isFocused: boolean } & Omit<Props, "isEngaged">) {
  const { conversation, texts } = useChat();
  const { key } = question;
  const refused = view.refused?.key === key ? view.refused : null;
  const id = `asked-${key}`;
  return (
    <div class="asked" hidden={view.editing !== null}>
      <Said question={question} id={id} isAsked={true} />
      <AnswerForm
        question={question}
        labelledBy={id}
        given={refused?.value ?? (draft && draft.key === key ? draft.value : undefined)}
        refusal={refused && refusalText(question, refused, texts)}
        onAnswer={(value) => conversation.answer(key, value)}
        isFocused={isFocused}
      />
    </div>
  );
}

function Pause({ view, isFocused }: { view: View; isFocused: boolean }) {
  const { conversation, texts } = useChat();
  const isAway = view.trouble !== null || !navigator.onLine;
  switch (view.phase) {
    case "waiting":
      return isAway ? (
        <Word isFocused={isFocused}>{texts.waitingOffline}</Word>
      ) : (
        <div class="thinking" role="status">
          <span class="visually-hidden">{texts.waiting}</span>
          <span class="dot" />
          <span class="dot" />
          <span class="dot" />
        </div>
      );
    case "over":
    case "finishing":
      return <Word isFocused={isFocused}>{isAway ? texts.finishingOffline : texts.finishing}</Word>;
    case "ready":
      return (
        <>
          <Word isFocused={isFocused}>{texts.ready}</Word>
          <button type="button" class="button primary wide" onClick={() => conversation.finish()}>
            {texts.finish}
            <Icon name="send" />
          </button>
        </>
      );
    default:
      return null;
  }
}

/** A message without a question. The focus goes to it, so that it is read, and no key sends by mistake. */
function Word({ children, isFocused }: { children: ComponentChildren; isFocused: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message has to be read.
  useEffect(() => {
    if (isFocused) place.current?.focus({ preventScroll: true });
  }, [isFocused, children]);
  return (
    <div class="said" ref={place} tabIndex={-1}>
      <p class="bubble">{children}</p>
    </div>
  );
}
