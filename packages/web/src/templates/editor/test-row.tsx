import { IconButton } from "#design/icon-button.tsx";
import { Select } from "#design/select.tsx";
import { type Operator, operatorsFor, takesValue } from "../template.ts";
import { text as templatesText } from "../text.ts";
import type { Draft, DraftQuestion, DraftTest } from "./draft.ts";
import styles from "./editor.module.css";
import { FaultHere, Placed } from "./faults.tsx";
import { TestValue } from "./test-value.tsx";
import { text as all } from "./text.ts";

const text = all.branches;

interface TestRowProps {
  draft: Draft;
  /** Whose branch it is in. */
  question: DraftQuestion;
  test: DraftTest;
  label: string;
  onChange: (test: DraftTest) => void;
  onRemove?: () => void;
}

/** One condition: whose answer, compared how, with what. */
export function TestRow({ draft, question, test, label, onChange, onRemove }: TestRowProps) {
  const asked = draft.questions.find(({ id }) => id === test.question);
  const pickQuestion = (id: string) => {
    const next = draft.questions.find((one) => one.id === id);
    const [first = "is_answered"] = next ? operatorsFor[next.type] : [];
    onChange({ ...test, question: id, operator: first, values: [] });
  };
  const pickOperator = (id: string) => {
    const operator = id as Operator;
    const keeps = takesValue(operator) && (operator === "is_one_of") === (test.operator === "is_one_of");
    onChange({ ...test, operator, values: keeps ? test.values : [] });
  };
  return (
    <div className={styles.test} data-place={test.id}>
      <FaultHere at={test.id} />
      <Placed at={`${test.id}.key`}>
        {(fault) => (
          <Select
            label={label}
            options={askedBefore(draft, question, test).map(({ id, label: name }) => ({
              id,
              name: name.trim() || all.question.untitled,
            }))}
            value={asked?.id ?? null}
            placeholder={text.choose}
            onChange={pickQuestion}
            fault={fault}
          />
        )}
      </Placed>
      <Placed at={`${test.id}.operator`}>
        {(fault) => (
          <Select
            label={text.operator}
            options={(asked ? operatorsFor[asked.type] : []).map((id) => ({
              id,
              name:
                (asked?.type === "date" && templatesText.dateOperators[id]) || templatesText.operators[id],
            }))}
            value={test.operator}
            onChange={pickOperator}
            fault={fault}
          />
        )}
      </Placed>
      {asked && takesValue(test.operator) && (
        <Placed at={`${test.id}.value`}>
          {(fault) => (
            <TestValue {...{ asked, test, fault }} onChange={(values) => onChange({ ...test, values })} />
          )}
        </Placed>
      )}
      {onRemove && <IconButton label={text.removeTest} icon="close" onPress={onRemove} />}
    </div>
  );
}

/** Those before it, and itself; what is chosen already stays to be seen, even where it makes no sense any more. */
function askedBefore({ questions }: Draft, question: DraftQuestion, test: DraftTest): DraftQuestion[] {
  const at = questions.indexOf(question);
  return questions.filter(({ id }, index) => index <= at || id === test.question);
}
