import { AnswerValue } from "./answer-value.tsx";
import styles from "./detail.module.css";
import type { Answered } from "./queue.ts";
import { text } from "./text.ts";

/** What was answered, in the order in which the template shows it to reviewers. */
export function Answers({ answers }: { answers: readonly Answered[] }) {
  return (
    <>
      <h3>{text.answers}</h3>
      {answers.length === 0 && <p className={styles.quiet}>{text.noAnswers}</p>}
      <dl className={styles.answers}>
        {answers.map((answered) => (
          <div key={answered.key}>
            <dt>{answered.label}</dt>
            <dd>
              <AnswerValue answered={answered} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
