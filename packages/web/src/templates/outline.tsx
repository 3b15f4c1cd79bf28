import { GoButton } from "#console/go-button.tsx";
import { Badge } from "#design/badge.tsx";
import { Card } from "#design/card.tsx";
import { EmptyState } from "#design/empty-state.tsx";
import { Icon } from "#design/icon.tsx";
import styles from "./outline.module.css";
import type { Question, Template } from "./template.ts";
import { text as all } from "./text.ts";
import { branchInWords, outcomeInWords } from "./words.ts";

const text = all.outline;

/** What prospects are told and asked, in its order, with the ways that their answers lead. */
export function Outline({ template }: { template: Template }) {
  const { id, introduction, completion, questions, reviewFirst } = template;
  return (
    <div className={styles.outline}>
      <Said title={text.introduction} said={introduction} />
      <section className={styles.questions} aria-label={text.questions}>
        {questions.length === 0 ? (
          <Card>
            <EmptyState icon="form" title={text.none}>
              <p>{text.noneDetail}</p>
              <GoButton to="/templates/$id/edit" params={{ id }} look="primary">
                {text.addFirst}
              </GoButton>
            </EmptyState>
          </Card>
        ) : (
          <ol className={styles.list}>
            {questions.map((question, index) => (
              <OutlinedQuestion
                key={question.key}
                {...{ question, questions }}
                number={index + 1}
                isFirstForReview={reviewFirst.includes(question.key)}
              />
            ))}
          </ol>
        )}
      </section>
      <Said title={text.completion} said={completion} />
    </div>
  );
}

function Said({ title, said }: { title: string; said: string | null }) {
  return (
    <section className={styles.said}>
      <h2>{title}</h2>
      <p data-empty={said === null || undefined}>{said ?? text.nothing}</p>
    </section>
  );
}

interface OutlinedQuestionProps {
  question: Question;
  questions: readonly Question[];
  number: number;
  isFirstForReview: boolean;
}

function OutlinedQuestion({ question, questions, number, isFirstForReview }: OutlinedQuestionProps) {
  const { label, help, type, required, options, key } = question;
  const bounds = boundsOf(question);
  return (
    <li className={styles.question}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.body}>
        <h3>{label}</h3>
        {help && <p className={styles.help}>{help}</p>}
        <p className={styles.facts}>
          <Badge tone={required ? "act" : "plain"}>{required ? text.required : text.optional}</Badge>
          <span>{all.types[type]}</span>
          {bounds && <span>{bounds}</span>}
          {question.currency && <span>{question.currency}</span>}
          {question.pattern && <span>{text.pattern(question.pattern)}</span>}
          {isFirstForReview && <span>{text.first}</span>}
          <code>{key}</code>
        </p>
        {options && (
          <ul className={styles.options}>
            {options.map((option) => (
              <li key={option}>{option}</li>
            ))}
          </ul>
        )}
        <Ways question={question} questions={questions} />
      </div>
    </li>
  );
}

/** Where the answers lead, where that is not simply the next question. */
function Ways({ question, questions }: { question: Question; questions: readonly Question[] }) {
  const { branches = [], otherwise } = question;
  if (branches.length === 0 && !otherwise) return null;
  const ways = branches.map((branch) => branchInWords(branch, question, questions));
  if (otherwise) {
    const condition = branches.length === 0 ? all.words.always : all.words.otherwise;
    ways.push({ condition, outcome: outcomeInWords(otherwise, questions) });
  }
  return (
    <ul className={styles.ways}>
      {ways.map(({ condition, outcome }) => (
        <li key={condition + outcome}>
          <Icon name="merge" />
          <span>
            {condition} <span aria-hidden="true">→</span> <strong>{outcome}</strong>
          </span>
        </li>
      ))}
    </ul>
  );
}

function boundsOf({ type, min, max }: Question): string {
  if (type === "number" || type === "money") return text.bounds.value(min, max);
  return type === "several_of" ? text.bounds.choices(min, max) : text.bounds.characters(min, max);
}
