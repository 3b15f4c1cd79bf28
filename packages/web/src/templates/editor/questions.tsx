import { useState } from "react";
import { announce } from "#design/announcer.tsx";
import { Button } from "#design/button.tsx";
import { Card } from "#design/card.tsx";
import { Dialog } from "#design/dialog.tsx";
import {
  addQuestion,
  type Change,
  moveQuestion,
  newQuestion,
  referencesTo,
  removeQuestion,
} from "./changes.ts";
import type { Draft, DraftQuestion } from "./draft.ts";
import styles from "./editor.module.css";
import { focusPlace, Placed } from "./faults.tsx";
import { QuestionCard } from "./question-card.tsx";
import { text } from "./text.ts";

interface QuestionsProps {
  draft: Draft;
  onChange: (change: Change) => void;
  /** Ids of the questions whose fields are in view. */
  opened: ReadonlySet<string>;
  onOpen: (id: string, isOpen: boolean) => void;
}

/** The questions in their order: to open, to move, to remove, to add to. */
export function Questions({ draft, onChange, opened, onOpen }: QuestionsProps) {
  const [removing, setRemoving] = useState<DraftQuestion | null>(null);
  const { questions } = draft;
  const add = () => {
    const question = newQuestion();
    onChange(addQuestion(question));
    onOpen(question.id, true);
    focusPlace(`${question.id}.label`);
  };
  const move = (question: DraftQuestion, index: number, by: -1 | 1) => {
    keepFocus(question.id);
    onChange(moveQuestion(question.id, by));
    announce(text.question.moved(nameOf(question), index + by + 1), { isHidden: true });
  };
  const remove = (question: DraftQuestion) => {
    if (question.label === "") onChange(removeQuestion(question.id));
    else setRemoving(question);
  };
  return (
    <section className={styles.questions} aria-labelledby="questions">
      <h2 id="questions">{text.questions}</h2>
      <Placed at="questions">{(fault) => fault && <p className={styles.fault}>{fault}</p>}</Placed>
      {questions.length === 0 && <Card>{<p>{text.noQuestions}</p>}</Card>}
      <ol className={styles.list}>
        {questions.map((question, index) => (
          <QuestionCard
            key={question.id}
            {...{ draft, question, index, onChange }}
            isOpen={opened.has(question.id)}
            onOpen={(isOpen) => onOpen(question.id, isOpen)}
            onMove={(by) => move(question, index, by)}
            onRemove={() => remove(question)}
          />
        ))}
      </ol>
      <div>
        <Button icon="plus" onPress={add}>
          {text.add}
        </Button>
      </div>
      {removing && (
        <Removal
          question={removing}
          references={referencesTo(draft, removing.id)}
          onConfirm={() => onChange(removeQuestion(removing.id))}
          onClose={() => setRemoving(null)}
        />
      )}
    </section>
  );
}

/** What moves in the page loses the focus; so does a button that can do nothing more, and then the first beside it has it. */
function keepFocus(id: string): void {
  const pressed = document.activeElement;
  requestAnimationFrame(() => {
    if (pressed instanceof HTMLButtonElement && !pressed.disabled) pressed.focus();
    else focusPlace(id);
  });
}

const nameOf = ({ label }: DraftQuestion): string => label.trim() || text.question.untitled;

interface RemovalProps {
  question: DraftQuestion;
  /** How many branches and ways of others go with it. */
  references: number;
  onConfirm: () => void;
  onClose: () => void;
}

function Removal({ question, references, onConfirm, onClose }: RemovalProps) {
  const confirm = () => {
    onConfirm();
    onClose();
  };
  return (
    <Dialog
      isOpen
      title={text.removal.title(nameOf(question))}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.removal.cancel}</Button>
          <Button look="danger" onPress={confirm}>
            {text.removal.confirm}
          </Button>
        </>
      }
    >
      {references > 0 && <p>{text.removal.detail(references)}</p>}
    </Dialog>
  );
}
