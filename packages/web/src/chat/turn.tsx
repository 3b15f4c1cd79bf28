/** @jsxImportSource preact */
import { useLayoutEffect, useRef } from "preact/hooks";
import { AnswerForm } from "./answer-form.tsx";
import { answerText } from "./answer-text.ts";
import type { Refused, Turn } from "./conversation.ts";
import { Icon } from "./icon.tsx";
import { refusalText } from "./refusal-text.ts";
import type { Question } from "./session.ts";
import { useChat } from "./surroundings.ts";

/** The organization's words: a question with what helps to answer it. */
export function Said({ question, id, isAsked }: { question: Question; id: string; isAsked: boolean }) {
  const { texts, language } = useChat();
  const { label, help, required } = question;
  return (
    <div class="said">
      <p class="bubble" id={id} lang={language} dir="auto">
        {label}
      </p>
      {isAsked && (help || !required) && (
        <p class="help" id={`${id}-help`}>
          <span lang={language} dir="auto">
            {help}
          </span>{" "}
          {!required && texts.optional}
        </p>
      )}
    </div>
  );
}

interface Props {
  turn: Turn;
  isEditing: boolean;
  /** Whether it falls away at this moment. */
  isLeaving: boolean;
  canChange: boolean;
  refused: Refused | null;
}

/** A question that was answered, with its answer, which can be changed where it stands. */
export function AnsweredTurn({ turn, isEditing, isLeaving, canChange, refused }: Props) {
  const { conversation, texts } = useChat();
  const { question, answer } = turn;
  const id = `asked-${question.key}`;
  const change = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useLayoutEffect(() => {
    // Whoever has changed an answer stands where they began.
    if (wasEditing.current && !isEditing) change.current?.focus({ preventScroll: true });
    wasEditing.current = isEditing;
  }, [isEditing]);
  const rejected = refused?.key === question.key ? refused : null;
  return (
    <li class="turn" data-leaving={isLeaving} data-state={turn.state} inert={isLeaving}>
      <Said question={question} id={id} isAsked={isEditing} />
      {isEditing ? (
        <AnswerForm
          question={question}
          labelledBy={id}
          given={rejected?.value ?? answer}
          refusal={rejected && refusalText(question, rejected, texts)}
          onAnswer={(value) => conversation.answer(question.key, value)}
          onCancel={() => conversation.edit(null)}
          isFocused={true}
        />
      ) : (
        <div class="own">
          <Given turn={turn} />
          {canChange && (
            <button type="button" class="change" ref={change} onClick={() => conversation.edit(question.key)}>
              {texts.change}
              <span class="visually-hidden"> {question.label}</span>
            </button>
          )}
        </div>
      )}
    </li>
  );
}

function Given({ turn }: { turn: Turn }) {
  const { texts, language } = useChat();
  const { question, answer, state, progress } = turn;
  return (
    <>
      <p class="bubble" data-empty={answer === null}>
        <span class="visually-hidden">{texts.yourAnswer} </span>
        {question.type === "file" && answer !== null && <Icon name="file" />}
        <span dir="auto">{answerText(question, answer, language, texts)}</span>
      </p>
      {progress !== null && (
        <progress class="upload" value={progress} aria-label={texts.uploading(progress)} />
      )}
      {state === "unsent" && (
        <span class="delivery">
          <Icon name="clock" />
          {texts.unsent}
        </span>
      )}
      {state === "unsure" && <span class="delivery">{texts.unsure}</span>}
    </>
  );
}
