import { Card } from "#design/card.tsx";
import { Checkboxes } from "#design/checkbox.tsx";
import type { Change } from "./changes.ts";
import type { Draft } from "./draft.ts";
import { Placed } from "./faults.tsx";
import { text } from "./text.ts";

/** Which answers reviewers see above the others. */
export function ReviewFirst({ draft, onChange }: { draft: Draft; onChange: (change: Change) => void }) {
  const { questions, reviewFirst } = draft;
  if (questions.length === 0) return null;
  return (
    <Card>
      <Placed at="reviewFirst">
        {(fault) => (
          <Checkboxes
            label={text.reviewFirst}
            hint={text.reviewFirstHint}
            fault={fault}
            options={questions.map(({ id, label }) => ({ id, name: label || text.question.untitled }))}
            value={reviewFirst}
            onChange={(ids) => onChange((before) => ({ ...before, reviewFirst: ids }))}
          />
        )}
      </Placed>
    </Card>
  );
}
