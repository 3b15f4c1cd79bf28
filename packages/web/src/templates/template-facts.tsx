import { shortMoment } from "#console/moments.ts";
import { useCounts } from "#console/waiting.ts";
import { Card } from "#design/card.tsx";
import { FactList } from "#design/fact-list.tsx";
import type { Template } from "./template.ts";
import styles from "./templates.module.css";
import { text as all } from "./text.ts";

const text = all.outline;

/** What there is to know of a questionnaire beside its questions. */
export function TemplateFacts({ template }: { template: Template }) {
  const { id, language, translations, timeLimitMinutes, questionsVersion, updatedAt } = template;
  const counts = useCounts().data?.data.find(({ workflowTemplateId }) => workflowTemplateId === id);
  const states = Object.entries(text.states).flatMap(([state, word]) => {
    const count = counts?.[state as keyof typeof text.states] ?? 0;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  const others = Object.keys(translations).map(languageName);
  const facts: [string, string][] = [
    [text.sessions, states.join(", ") || text.sessionsNone],
    [text.timeLimit, timeLimitMinutes === null ? text.unlimited : text.minutes(timeLimitMinutes)],
    [text.language, languageName(language)],
    [text.translations, others.join(", ") || text.untranslated],
    [text.version, String(questionsVersion)],
    [text.changed, shortMoment(updatedAt)],
  ];
  return (
    <Card>
      <h2>{text.facts}</h2>
      <FactList facts={facts} />
      <p className={styles.quiet}>{text.versionDetail}</p>
    </Card>
  );
}

/** "German" for `de`; the tag itself where the browser knows no name. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
