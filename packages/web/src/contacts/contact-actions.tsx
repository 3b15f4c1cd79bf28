import { useState } from "react";
import { faultWords } from "#console/fault-words.ts";
import { useMember } from "#console/member.ts";
import { saveJson } from "#console/save-file.ts";
import { announce } from "#design/announcer.tsx";
import { Button } from "#design/button.tsx";
import { IconButton } from "#design/icon-button.tsx";
import { type Choice, Menu } from "#design/menu.tsx";
import type { Contact } from "./contact.ts";
import { EditContact } from "./edit-contact.tsx";
import { EraseContact } from "./erase-contact.tsx";
import { MergeContact } from "./merge-contact.tsx";
import { exportContact } from "./queries.ts";
import { text as all } from "./text.ts";

const text = all.contact;

/** What can be done with a contact. */
export function ContactActions({ contact }: { contact: Contact }) {
  const { may } = useMember();
  const [asking, setAsking] = useState<"edit" | "merge" | "erase" | null>(null);
  const close = () => setAsking(null);
  const choices: Choice[] = [
    { id: "merge", name: text.merge, icon: "merge", onChoose: () => setAsking("merge") },
    { id: "export", name: text.export, icon: "download", onChoose: () => void save(contact.id) },
    { id: "erase", name: text.erase, icon: "trash", isDangerous: true, onChoose: () => setAsking("erase") },
  ];
  return (
    <>
      <Button onPress={() => setAsking("edit")}>{text.edit}</Button>
      {may("Manager") && (
        <Menu label={text.more} choices={choices}>
          <IconButton label={text.more} icon="more" />
        </Menu>
      )}
      {asking === "edit" && <EditContact contact={contact} onClose={close} />}
      {asking === "merge" && <MergeContact contact={contact} onClose={close} />}
      {asking === "erase" && <EraseContact contact={contact} onClose={close} />}
    </>
  );
}

async function save(id: string): Promise<void> {
  try {
    saveJson(`contact-${id}.json`, await exportContact(id));
    announce(text.exported);
  } catch (fault) {
    announce(faultWords(fault), { tone: "bad" });
  }
}
