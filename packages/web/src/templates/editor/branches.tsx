import { Button } from "#design/button.tsx";
import { IconButton } from "#design/icon-button.tsx";
import { operatorsFor } from "../template.ts";
import {
  type Draft,
  type DraftBranch,
  type DraftQuestion,
  type DraftTest,
  newId,
  noOutcome,
} from "./draft.ts";
import styles from "./editor.module.css";
import { FaultHere } from "./faults.tsx";
import { OutcomeChoice } from "./outcome-choice.tsx";
import { TestRow } from "./test-row.tsx";
import { text as all } from "./text.ts";

const text = all.branches;

interface BranchesProps {
  draft: Draft;
  question: DraftQuestion;
  onSet: (change: Partial<DraftQuestion>) => void;
}

/** Where the answers lead: the first branch that holds decides, else what is said for all other cases. */
export function Branches({ draft, question, onSet }: BranchesProps) {
  const { branches, otherwise } = question;
  const add = () =>
    onSet({
      branches: [...branches, { id: newId(), when: [newTest(question)], outcome: noOutcome("goTo") }],
    });
  const replace = (id: string, next: DraftBranch | null) =>
    onSet({ branches: branches.flatMap((branch) => (branch.id === id ? (next ?? []) : branch)) });
  return (
    <fieldset className={styles.group}>
      <legend>{text.title}</legend>
      {branches.length === 0 && otherwise.kind === "next" && <p className={styles.quiet}>{text.none}</p>}
      {branches.map((branch, index) => (
        <BranchFields
          key={branch.id}
          {...{ draft, question, branch, number: index + 1 }}
          onChange={(next) => replace(branch.id, next)}
        />
      ))}
      <div>
        <Button icon="plus" look="quiet" onPress={add}>
          {text.add}
        </Button>
      </div>
      <OutcomeChoice
        at={`${question.id}.otherwise`}
        label={branches.length === 0 ? text.always : text.otherwise}
        {...{ draft, question }}
        outcome={otherwise}
        canBeNext
        onChange={(next) => onSet({ otherwise: next })}
      />
    </fieldset>
  );
}

interface BranchFieldsProps {
  draft: Draft;
  question: DraftQuestion;
  branch: DraftBranch;
  number: number;
  /** Null: it is gone. */
  onChange: (branch: DraftBranch | null) => void;
}

function BranchFields({ draft, question, branch, number, onChange }: BranchFieldsProps) {
  const { id, when, outcome } = branch;
  const replace = (testId: string, next: DraftTest | null) =>
    onChange({ ...branch, when: when.flatMap((test) => (test.id === testId ? (next ?? []) : test)) });
  return (
    <fieldset className={styles.branch} data-place={id}>
      <legend>{text.branch(number)}</legend>
      <FaultHere at={id} />
      {when.map((test, index) => (
        <TestRow
          key={test.id}
          {...{ draft, question, test }}
          label={index === 0 ? text.if : text.and}
          onChange={(next) => replace(test.id, next)}
          {...(when.length > 1 && { onRemove: () => replace(test.id, null) })}
        />
      ))}
      <div>
        <Button look="quiet" onPress={() => onChange({ ...branch, when: [...when, newTest(question)] })}>
          {text.addTest}
        </Button>
      </div>
      <OutcomeChoice
        at={`${id}.then`}
        label={text.outcome}
        {...{ draft, question }}
        outcome={outcome}
        onChange={(next) => onChange({ ...branch, outcome: next })}
      />
      <div className={styles.corner}>
        <IconButton label={text.remove(number)} icon="close" onPress={() => onChange(null)} />
      </div>
    </fieldset>
  );
}

/** Of the question's own answer, which most branches look at. */
const newTest = ({ id, type }: DraftQuestion): DraftTest => ({
  ...{ id: newId(), question: id, operator: operatorsFor[type][0] ?? "is_answered", values: [] },
});
