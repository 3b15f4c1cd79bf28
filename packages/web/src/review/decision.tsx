import { Button } from "#design/button.tsx";
import { Card } from "#design/card.tsx";
import { TextArea } from "#design/text-area.tsx";
import { Confirmation } from "./confirmation.tsx";
import styles from "./detail.module.css";
import type { QueueItem } from "./queue.ts";
import { text as all } from "./text.ts";
import { charactersLeft, isTooLate, useVerdict, type Verdict } from "./verdict.ts";

const text = all.decision;

interface DecisionProps {
  item: QueueItem;
  notes: string;
  onNotes: (notes: string) => void;
  /** Of what one is asked whether one is sure. */
  asked: Verdict | null;
  onAsk: (verdict: Verdict | null) => void;
  /** What is shown after the decision; the list alone, where nothing is. */
  next: string | undefined;
  onMove: (id: string | undefined) => void;
  onTooLate: () => void;
}

/** Notes and the two ways to decide, each after one more question. */
export function Decision(props: DecisionProps) {
  const { item, notes, onNotes, asked, onAsk, next, onMove, onTooLate } = props;
  const verdict = useVerdict({
    item,
    notes,
    onDecided: async (refresh) => {
      onAsk(null);
      onNotes("");
      // The list alone would show what was decided, and go back to it, until it is read again.
      if (next === undefined) await refresh();
      onMove(next);
      if (next !== undefined) await refresh();
    },
    onTooLate: () => {
      onAsk(null);
      onTooLate();
    },
  });
  const left = charactersLeft(notes);
  const ask = (which: Verdict) => {
    verdict.reset();
    onAsk(which);
  };
  return (
    <Card>
      <h3>{text.title}</h3>
      <TextArea
        label={text.notes}
        hint={text.notesHint(Math.max(left, 0))}
        fault={left < 0 ? text.tooLong(-left) : null}
        value={notes}
        onChange={onNotes}
        rows={4}
      />
      <div className={styles.verdicts}>
        <Button look="primary" icon="check" isDisabled={left < 0} onPress={() => ask("approved")}>
          {text.approve}
        </Button>
        <Button look="danger" icon="close" isDisabled={left < 0} onPress={() => ask("denied")}>
          {text.deny}
        </Button>
      </div>
      <Confirmation
        asked={asked}
        item={item}
        hasNotes={notes.trim() !== ""}
        isPending={verdict.isPending}
        fault={verdict.isError && !isTooLate(verdict.error) ? verdict.error : null}
        onConfirm={verdict.mutate}
        onClose={() => onAsk(null)}
      />
    </Card>
  );
}
