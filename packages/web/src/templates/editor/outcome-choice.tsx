import { Select } from "#design/select.tsx";
import { TextArea } from "#design/text-area.tsx";
import type { Draft, DraftOutcome, DraftQuestion } from "./draft.ts";
import styles from "./editor.module.css";
import { Placed } from "./faults.tsx";
import { text as all } from "./text.ts";

const text = all.branches;

interface OutcomeChoiceProps {
  /** How faults name it. */
  at: string;
  label: string;
  draft: Draft;
  /** Which it follows. */
  question: DraftQuestion;
  outcome: DraftOutcome;
  /** Whether simply the next question may follow. */
  canBeNext?: boolean;
  onChange: (outcome: DraftOutcome) => void;
}

/** What comes then: another question, the end, or a polite end. */
export function OutcomeChoice(props: OutcomeChoiceProps) {
  const { at, label, draft, question, outcome, canBeNext = false, onChange } = props;
  const { kind, goTo } = outcome;
  const others = draft.questions.filter(({ id }) => id !== question.id);
  const options = [
    ...(canBeNext ? [{ id: "next", name: text.next }] : []),
    ...others.map(({ id, label: name }) => ({
      id: `to ${id}`,
      name: text.goTo(name.trim() || all.question.untitled),
    })),
    { id: "finish", name: text.finish },
    { id: "disqualify", name: text.disqualify },
  ];
  const pick = (id: string) => {
    if (id.startsWith("to ")) onChange({ ...outcome, kind: "goTo", goTo: id.slice(3) });
    else onChange({ ...outcome, kind: id as DraftOutcome["kind"] });
  };
  return (
    <Placed at={at}>
      {(fault) => (
        <div className={styles.fields}>
          <Select
            label={label}
            placeholder={text.choose}
            options={options}
            value={kind === "goTo" ? goTo && `to ${goTo}` : kind}
            onChange={pick}
            fault={kind === "disqualify" ? null : fault}
          />
          {kind === "disqualify" && (
            <TextArea
              label={text.said}
              value={outcome.text}
              onChange={(said) => onChange({ ...outcome, text: said })}
              fault={fault}
            />
          )}
        </div>
      )}
    </Placed>
  );
}
