import { faultWords } from "#console/fault-words.ts";
import { Button } from "#design/button.tsx";
import { Dialog } from "#design/dialog.tsx";
import { Notice } from "#design/notice.tsx";
import { nameOf } from "./contact.ts";
import type { QueueItem } from "./queue.ts";
import { text as all } from "./text.ts";
import type { Verdict } from "./verdict.ts";

const text = all.decision;

interface ConfirmationProps {
  asked: Verdict | null;
  item: QueueItem;
  hasNotes: boolean;
  isPending: boolean;
  fault: Error | null;
  onConfirm: (verdict: Verdict) => void;
  onClose: () => void;
}

/** Whether one is sure: nothing takes a decision back. */
export function Confirmation(props: ConfirmationProps) {
  const { asked, item, hasNotes, isPending, fault, onConfirm, onClose } = props;
  const name = nameOf(item);
  const { email } = item.contact;
  const isApproval = asked === "approved";
  return (
    <Dialog
      title={isApproval ? text.approveTitle(name) : text.denyTitle(name)}
      isOpen={asked !== null}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button
            autoFocus
            look={isApproval ? "primary" : "danger"}
            icon={isApproval ? "check" : "close"}
            isPending={isPending}
            onPress={() => asked && onConfirm(asked)}
          >
            {isApproval ? text.approve : text.deny}
          </Button>
        </>
      }
    >
      {fault && (
        <Notice tone="bad" isNews>
          <p>{faultWords(fault)}</p>
        </Notice>
      )}
      <p>
        <strong>{text.final}</strong>
      </p>
      <p>{email === null ? text.unmailed : text.mailed(email)}</p>
      {hasNotes && <p>{text.withNotes}</p>}
    </Dialog>
  );
}
