import { answerOf } from "@convene/sdk";
import { useState } from "react";
import { faultWords } from "#console/fault-words.ts";
import { announce } from "#design/announcer.tsx";
import { Button } from "#design/button.tsx";
import { Checkbox } from "#design/checkbox.tsx";
import { Dialog } from "#design/dialog.tsx";
import { Notice } from "#design/notice.tsx";
import { api } from "../api.ts";
import { type Contact, nameOf } from "./contact.ts";
import { useContactChange } from "./queries.ts";
import { text as all } from "./text.ts";

const text = all.erase;

/** Asks twice, as nothing brings it back; afterwards the page shows the receipt. */
export function EraseContact({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const [isUnderstood, setIsUnderstood] = useState(false);
  const params = { path: { id: contact.id } };
  const erase = useContactChange(() => answerOf(api.DELETE("/api/v1/contacts/{id}", { params })));
  const confirm = () => erase.mutate(undefined, { onSuccess: () => announce(text.done) });
  return (
    <Dialog
      isOpen
      title={text.title(nameOf(contact))}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button look="danger" isDisabled={!isUnderstood} isPending={erase.isPending} onPress={confirm}>
            {text.confirm}
          </Button>
        </>
      }
    >
      <p>{text.detail}</p>
      {erase.isError && (
        <Notice tone="bad" title={all.contact.failed} isNews>
          <p>{faultWords(erase.error)}</p>
        </Notice>
      )}
      <Checkbox isSelected={isUnderstood} onChange={setIsUnderstood}>
        {text.understood}
      </Checkbox>
    </Dialog>
  );
}
