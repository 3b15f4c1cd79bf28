import { Select } from "#design/select.tsx";
import type { Counts, Filter } from "./queue.ts";
import styles from "./review.module.css";
import { queueStates, type ReviewSearch } from "./search.ts";
import { text } from "./text.ts";

interface FiltersProps {
  filter: Filter;
  counts: Counts | undefined;
  onChange: (search: ReviewSearch) => void;
}

/** Of which template and in which state sessions are listed, each with how many there are. */
export function Filters({ filter: { state, workflowTemplateId: template }, counts, onChange }: FiltersProps) {
  const chosen = counts?.data.find((one) => one.workflowTemplateId === template) ?? counts?.total;
  const templates = counts?.data ?? [];
  const withCount = (name: string, count: number | undefined) =>
    count === undefined ? name : text.counted(name, count);
  const choose = (next: { state?: string; template?: string | undefined }) => {
    const nextState = queueStates.find((one) => one === (next.state ?? state));
    const nextTemplate = "template" in next ? next.template : template;
    onChange({
      ...(nextState && nextState !== "waiting" && { state: nextState }),
      ...(nextTemplate && { template: nextTemplate }),
    });
  };
  return (
    <div className={styles.filters}>
      <Select
        label={text.template}
        value={template ?? "all"}
        options={[
          { id: "all", name: withCount(text.allTemplates, counts?.total[state]) },
          ...templates.map((one) => ({ id: one.workflowTemplateId, name: withCount(one.name, one[state]) })),
        ]}
        onChange={(id) => choose({ template: id === "all" ? undefined : id })}
      />
      <Select
        label={text.state}
        value={state}
        options={queueStates.map((one) => ({ id: one, name: withCount(text.states[one], chosen?.[one]) }))}
        onChange={(id) => choose({ state: id })}
      />
    </div>
  );
}
