import { answerOf, Problem } from "@convene/sdk";
import { type FormEvent, useId, useState } from "react";
import { faultAt, faultWords } from "#console/fault-words.ts";
import { announce } from "#design/announcer.tsx";
import { Button } from "#design/button.tsx";
import { Dialog } from "#design/dialog.tsx";
import { Notice } from "#design/notice.tsx";
import { TextField } from "#design/text-field.tsx";
import { api } from "../api.ts";
import type { Contact } from "./contact.ts";
import styles from "./contacts.module.css";
import { type Facts, useContactChange } from "./queries.ts";
import { text as all } from "./text.ts";

const text = all.edit;

/** Corrects what is known of a contact. */
export function EditContact({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const [facts, setFacts] = useState<Facts>({
    name: contact.name,
    email: contact.email,
    phone: contact.phone,
  });
  const formId = useId();
  const params = { path: { id: contact.id } };
  const save = useContactChange((body: Partial<Facts>) =>
    answerOf(api.PATCH("/api/v1/contacts/{id}", { params, body })),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const done = () => {
      announce(text.saved);
      onClose();
    };
    save.mutate(changed(contact, facts), { onSuccess: done });
  };
  const isTaken = save.error instanceof Problem && save.error.code === "already_exists";
  const faults = { name: faultAt(save.error, "/name"), email: faultAt(save.error, "/email") };
  const phoneFault = faultAt(save.error, "/phone");
  const isElsewhere = save.isError && !isTaken && !faults.name && !faults.email && !phoneFault;
  const field = (member: keyof Facts) => ({
    label: text[member],
    value: facts[member] ?? "",
    onChange: (value: string) => setFacts({ ...facts, [member]: value.trim() === "" ? null : value }),
  });
  return (
    <Dialog
      isOpen
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button type="submit" form={formId} look="primary" isPending={save.isPending}>
            {text.save}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        {isElsewhere && (
          <Notice tone="bad" title={all.contact.failed} isNews>
            <p>{faultWords(save.error)}</p>
          </Notice>
        )}
        <TextField {...field("name")} fault={faults.name} maxLength={200} autoFocus />
        <TextField {...field("email")} fault={isTaken ? text.taken : faults.email} type="email" />
        <TextField {...field("phone")} fault={phoneFault} hint={text.phoneHint} type="tel" />
      </form>
    </Dialog>
  );
}

/** What is other than before: what nobody touched, somebody else may have corrected meanwhile. */
const changed = (contact: Contact, facts: Facts): Partial<Facts> =>
  Object.fromEntries(
    Object.entries(facts).filter(([member, value]) => contact[member as keyof Facts] !== value),
  );
