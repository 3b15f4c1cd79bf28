import { Badge } from "#design/badge.tsx";
import { Button } from "#design/button.tsx";
import { IconButton } from "#design/icon-button.tsx";
import { text as templatesText } from "../text.ts";
import { type Change, changeQuestion } from "./changes.ts";
import type { Draft, DraftQuestion } from "./draft.ts";
import styles from "./editor.module.css";
import { FaultHere } from "./faults.tsx";
import { QuestionForm } from "./question-form.tsx";
import { text as all } from "./text.ts";

const text = all.question;

interface QuestionCardProps {
  draft: Draft;
  question: DraftQuestion;
  /** Its place, from 0. */
  index: number;
  onChange: (change: Change) => void;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One question: in a line, or with all its fields. */
export function QuestionCard(props: QuestionCardProps) {
  const { draft, question, index, onChange, isOpen, onOpen, onMove, onRemove } = props;
  const label = question.label.trim() || text.untitled;
  const formId = `fields-${question.id}`;
  const ways = question.branches.length;
  return (
    <li className={styles.question} data-place={question.id}>
      <div className={styles.questionHead}>
        <span className={styles.number} aria-hidden="true">
          {index + 1}
        </span>
        <div className={styles.questionName}>
          <h3>{label}</h3>
          <p className={styles.quiet}>
            {templatesText.types[question.type]}
            {ways > 0 && <> · {templatesText.list.branches(ways)}</>}
          </p>
        </div>
        {question.required && <Badge>{templatesText.outline.required}</Badge>}
        <div className={styles.tools}>
          <Button
            look="quiet"
            aria-expanded={isOpen}
            aria-controls={formId}
            aria-label={`${isOpen ? text.close : text.open}: ${text.named(index + 1, label)}`}
            onPress={() => onOpen(!isOpen)}
          >
            {isOpen ? text.close : text.open}
          </Button>
          <IconButton label={text.up(label)} icon="up" isDisabled={index === 0} onPress={() => onMove(-1)} />
          <IconButton
            label={text.down(label)}
            icon="down"
            isDisabled={index === draft.questions.length - 1}
            onPress={() => onMove(1)}
          />
          <IconButton label={text.remove(label)} icon="trash" onPress={onRemove} />
        </div>
      </div>
      <FaultHere at={question.id} />
      <div id={formId} hidden={!isOpen}>
        {isOpen && (
          <QuestionForm
            {...{ draft, question, onChange }}
            onSet={(change) => onChange(changeQuestion(question.id, change))}
          />
        )}
      </div>
    </li>
  );
}
