import { Select } from "#design/select.tsx";
import { Switch } from "#design/switch.tsx";
import { TextArea } from "#design/text-area.tsx";
import { TextField } from "#design/text-field.tsx";
import { hasOptions, isBounded, type QuestionType, questionTypes } from "../template.ts";
import { text as templatesText } from "../text.ts";
import { Branches } from "./branches.tsx";
import { type Change, changeType } from "./changes.ts";
import type { Draft, DraftQuestion } from "./draft.ts";
import styles from "./editor.module.css";
import { Placed } from "./faults.tsx";
import { Options } from "./options.tsx";
import { text as all } from "./text.ts";

const text = all.question;

interface QuestionFormProps {
  draft: Draft;
  question: DraftQuestion;
  onChange: (change: Change) => void;
  /** Changes members of this question. */
  onSet: (change: Partial<DraftQuestion>) => void;
}

/** All of one question. */
export function QuestionForm({ draft, question, onChange, onSet }: QuestionFormProps) {
  const { id, type, required } = question;
  const pick = (next: string) => onChange(changeType(id, next as QuestionType));
  return (
    <div className={styles.fields}>
      <Field {...{ question, onSet }} member="label" hint={text.labelHint} maxLength={200} />
      <Placed at={`${id}.help`}>
        {(fault) => (
          <TextArea
            label={text.help}
            hint={text.helpHint}
            rows={1}
            value={question.help}
            onChange={(help) => onSet({ help })}
            fault={fault}
          />
        )}
      </Placed>
      <div className={styles.pair}>
        <Placed at={`${id}.type`}>
          {(fault) => (
            <Select
              label={text.type}
              options={questionTypes.map((one) => ({ id: one, name: templatesText.types[one] }))}
              value={type}
              onChange={pick}
              fault={fault}
            />
          )}
        </Placed>
        <div className={styles.switch}>
          <Switch isSelected={required} onChange={(isRequired) => onSet({ required: isRequired })}>
            {text.required}
          </Switch>
        </div>
      </div>
      {hasOptions(type) && <Options {...{ question, onChange, onSet }} />}
      {isBounded(type) && <Bounds {...{ question, onSet }} />}
      <Branches {...{ draft, question, onSet }} />
      <ForTheData {...{ question, onSet }} />
    </div>
  );
}

type Part = Pick<QuestionFormProps, "question" | "onSet">;
type Member = "label" | "min" | "max" | "currency" | "key" | "pattern" | "message";

interface FieldProps extends Part {
  member: Member;
  label?: string | undefined;
  hint?: string;
  maxLength?: number;
}

function Field({ question, onSet, member, label, hint, maxLength }: FieldProps) {
  const isNumber = member === "min" || member === "max";
  return (
    <Placed at={`${question.id}.${member}`}>
      {(fault) => (
        <TextField
          label={label ?? (isNumber ? "" : text[member])}
          value={question[member]}
          // Whoever writes a key themselves means it.
          onChange={(value) => onSet({ [member]: value, ...(member === "key" && { isKeySuggested: false }) })}
          fault={fault}
          {...(hint !== undefined && { hint })}
          {...(maxLength !== undefined && { maxLength })}
          {...(isNumber && { inputMode: "decimal" })}
        />
      )}
    </Placed>
  );
}

function Bounds({ question, onSet }: Part) {
  const { type } = question;
  const isValue = type === "number" || type === "money";
  const [least, most] = text.bounds[isValue ? "value" : type === "several_of" ? "choices" : "characters"];
  return (
    <div className={styles.pair}>
      <Field {...{ question, onSet }} member="min" label={least} />
      <Field {...{ question, onSet }} member="max" label={most} />
      {type === "money" && (
        <Field {...{ question, onSet }} member="currency" hint={text.currencyHint} maxLength={3} />
      )}
    </div>
  );
}

/** What those need who work with the answers; others never open it. */
function ForTheData({ question, onSet }: Part) {
  const part = { question, onSet };
  return (
    <details className={styles.details}>
      <summary>{text.more}</summary>
      <div className={styles.fields}>
        <Field {...part} member="key" hint={text.keyHint} maxLength={64} />
        {question.type === "short_text" && (
          <Field {...part} member="pattern" hint={text.patternHint} maxLength={500} />
        )}
        <Field {...part} member="message" hint={text.messageHint} maxLength={200} />
      </div>
    </details>
  );
}
