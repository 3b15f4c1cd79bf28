/** @jsxImportSource preact */
import { useId } from "preact/hooks";
import type { Labels } from "./control.tsx";
import type { Answer, Question } from "./session.ts";
import { useChat } from "./surroundings.ts";

interface Props {
  question: Question;
  given: Answer | undefined;
  labels: Labels;
  onTap(): void;
}

/** One of several, which a tap sends at once; or several of them. By the keyboard, choosing is not sending. */
export function Choices({ question, given, labels, onTap }: Props) {
  const { texts, language } = useChat();
  const hint = useId();
  const isSingle = question.type === "one_of";
  const isChosen = (value: string) => (Array.isArray(given) ? given.includes(value) : given === value);
  const { labelledBy, describedBy } = labels;
  return (
    <fieldset
      class="choices"
      role={isSingle ? "radiogroup" : undefined}
      aria-labelledby={labelledBy}
      aria-describedby={[describedBy, hint].filter(Boolean).join(" ")}
    >
      {question.options?.map(({ value, label }) => (
        <label class="choice" key={value}>
          <input
            type={isSingle ? "radio" : "checkbox"}
            name="answer"
            value={value}
            defaultChecked={isChosen(value)}
            required={isSingle && question.required}
            aria-invalid={labels.isInvalid}
            // Arrow keys and the space bar make clicks without a count.
            onClick={({ detail }) => isSingle && detail > 0 && onTap()}
          />
          <span lang={language} dir="auto">
            {label}
          </span>
        </label>
      ))}
      <p class="hint" id={hint}>
        {isSingle ? texts.tapToSend : texts.chooseSeveral}
      </p>
    </fieldset>
  );
}

/** Two buttons, either of which sends. */
export function YesOrNo({ labels, given }: Pick<Props, "labels" | "given">) {
  const { texts } = useChat();
  return (
    <fieldset class="either" aria-labelledby={labels.labelledBy} aria-describedby={labels.describedBy}>
      {([true, false] as const).map((value) => (
        <button
          type="submit"
          class="button"
          name="answer"
          value={String(value)}
          key={String(value)}
          aria-pressed={given === undefined ? undefined : given === value}
        >
          {value ? texts.yes : texts.no}
        </button>
      ))}
    </fieldset>
  );
}
