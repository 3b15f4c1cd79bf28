/** @jsxImportSource preact */
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Control, sendsByItself } from "./control.tsx";
import { Icon } from "./icon.tsx";
import { fieldOf, readAnswer } from "./reading.ts";
import { bringIntoView } from "./scrolling.ts";
import type { Answer, Question } from "./session.ts";
import { useChat } from "./surroundings.ts";

interface Props {
  question: Question;
  /** Of the element that shows the question. */
  labelledBy: string;
  /** What is in the form already; undefined for nothing. */
  given: Answer | undefined;
  /** Why the server refused what is in the form. */
  refusal: string | null;
  onAnswer(value: Answer | File): void;
  /** Leaves the answer as it was; where there is one. */
  onCancel?: () => void;
  isFocused: boolean;
}

/** The form in which one question is answered. */
export function AnswerForm({ question, labelledBy, given, refusal, onAnswer, onCancel, isFocused }: Props) {
  const { texts, files } = useChat();
  const [fault, setFault] = useState(refusal);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => setFault(refusal), [refusal]);
  // At once, or the first letters of a quick writer would be lost.
  useLayoutEffect(() => {
    if (isFocused || refusal) focusField(form.current);
  }, [isFocused, refusal]);
  // What is wrong, and the button to send it again, must not be below the edge.
  useEffect(() => {
    if (fault) bringIntoView(form.current);
  }, [fault]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const reading = readAnswer(
      question,
      fieldOf(event.currentTarget as HTMLFormElement, event.submitter),
      texts,
      files.largest,
    );
    if (reading.ok) onAnswer(reading.value);
    else {
      setFault(reading.fault);
      focusField(form.current);
    }
  };
  const described = [(question.help || !question.required) && `${labelledBy}-help`, fault && `${id}-fault`]
    .filter(Boolean)
    .join(" ");
  return (
    <form ref={form} class="composer" noValidate onSubmit={submit}>
      <Control
        question={question}
        given={given}
        labels={{ labelledBy, describedBy: described || undefined, isInvalid: fault !== null }}
        onTap={() => form.current?.requestSubmit()}
        isChange={onCancel !== undefined}
      />
      <p class="fault" id={`${id}-fault`} role="alert" hidden={!fault}>
        <Icon name="warning" />
        <span>{fault}</span>
      </p>
      <Actions question={question} onAnswer={onAnswer} onCancel={onCancel} />
    </form>
  );
}

type ActionProps = Pick<Props, "question" | "onAnswer" | "onCancel">;

/** What can be done beside answering. */
function Actions({ question, onAnswer, onCancel }: ActionProps) {
  const { texts } = useChat();
  const needsSend = !sendsByItself(question);
  if (!needsSend && question.required && !onCancel) return null;
  return (
    <div class="actions">
      {needsSend && (
        <button type="submit" class="button primary">
          {onCancel ? texts.save : texts.send}
          {!onCancel && <Icon name="send" />}
        </button>
      )}
      {!question.required && (
        <button type="button" class="button quiet" onClick={() => onAnswer(null)}>
          {onCancel ? texts.leaveOut : texts.skip}
        </button>
      )}
      {onCancel && (
        <button type="button" class="button quiet" onClick={onCancel}>
          {texts.cancel}
        </button>
      )}
    </div>
  );
}

function focusField(form: HTMLFormElement | null): void {
  const chosen = form?.querySelector<HTMLElement>("input:checked");
  const field = chosen ?? form?.querySelector<HTMLElement>("input, textarea, button");
  field?.focus({ preventScroll: true });
  // Behind what is written already: a value that is set has the caret at its end, for every type of field.
  const written = field?.matches("textarea, .line input") ? (field as HTMLInputElement) : null;
  if (!written?.value) return;
  const { value } = written;
  written.value = "";
  written.value = value;
}
