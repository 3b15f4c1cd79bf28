/** @jsxImportSource preact */
import { Choices, YesOrNo } from "./choices.tsx";
import { FileField } from "./file-field.tsx";
import { browserPattern } from "./reading.ts";
import type { Answer, Question } from "./session.ts";
import { useChat } from "./surroundings.ts";

export interface Labels {
  labelledBy: string;
  describedBy: string | undefined;
  isInvalid: boolean;
}

interface Props {
  question: Question;
  given: Answer | undefined;
  labels: Labels;
  /** An answer was tapped that needs no button. */
  onTap(): void;
  isChange: boolean;
}

/** Whether choosing is sending, so that there is no button for it. */
export const sendsByItself = ({ type }: Question): boolean => type === "yes_no";

/** What a question is answered with; every field in it is named `answer`. */
export function Control({ question, given, labels, onTap, isChange }: Props) {
  switch (question.type) {
    case "yes_no":
      return <YesOrNo labels={labels} given={isChange ? given : undefined} />;
    case "one_of":
    case "several_of":
      return <Choices question={question} given={given} labels={labels} onTap={onTap} />;
    case "file":
      return <FileField question={question} labels={labels} />;
    case "long_text":
      return <LongText given={given} labels={labels} />;
    default:
      return <Line question={question} given={given} labels={labels} />;
  }
}

const aria = ({ labelledBy, describedBy, isInvalid }: Labels) => ({
  "aria-labelledby": labelledBy,
  "aria-describedby": describedBy,
  "aria-invalid": isInvalid,
});

const asText = (given: Answer | undefined): string =>
  typeof given === "string" || typeof given === "number" ? String(given) : "";

function LongText({ given, labels }: Pick<Props, "given" | "labels">) {
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
  };
  return (
    <textarea
      class="input"
      name="answer"
      rows={3}
      dir="auto"
      defaultValue={asText(given)}
      enterkeyhint="enter"
      onKeyDown={sendByKey}
      {...aria(labels)}
    />
  );
}

/** Everything that is written on one line. */
function Line({ question, given, labels }: Pick<Props, "question" | "given" | "labels">) {
  const { language } = useChat();
  const symbol = question.type === "money" ? currencySymbol(question.currency, language) : null;
  return (
    <div class="line" data-symbol={symbol !== null}>
      {symbol && <span class="symbol">{symbol}</span>}
      <input
        class="input"
        name="answer"
        dir="auto"
        defaultValue={asText(given)}
        aria-required={question.required}
        enterkeyhint="send"
        {...kindOf(question)}
        {...aria(labels)}
      />
    </div>
  );
}

/** Keys of questions for a person's name; the server takes the contact's name from the same. */
const nameKeys: ReadonlySet<string> = new Set(["fullName", "full_name", "name"]);

function kindOf({ type, key, min, pattern }: Question) {
  switch (type) {
    case "email":
      return { type: "email", autocomplete: "email", inputmode: "email" } as const;
    case "phone":
      return { type: "tel", autocomplete: "tel", inputmode: "tel" } as const;
    case "date":
      return { type: "date" } as const;
    case "money":
      return { type: "number", step: "0.01", inputmode: "decimal", onWheel: leave } as const;
    case "number":
      // A keypad for decimals has no minus.
      return {
        type: "number",
        step: "any",
        onWheel: leave,
        ...(min !== undefined && min >= 0 && keypad),
      } as const;
    default:
      return {
        type: "text",
        pattern: browserPattern(pattern),
        autocomplete: nameKeys.has(key) ? "name" : "off",
      } as const;
  }
}

const keypad = { inputmode: "decimal" } as const;

/** A wheel that was to move the page must not count a number up or down. */
const leave = ({ currentTarget }: Event) => (currentTarget as HTMLInputElement).blur();

function currencySymbol(currency: string | undefined, language: string): string | null {
  if (!currency) return null;
  const parts = new Intl.NumberFormat(language, { style: "currency", currency }).formatToParts(0);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}
