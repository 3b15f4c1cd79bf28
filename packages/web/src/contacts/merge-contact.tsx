import { answerOf } from "@convene/sdk";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { faultWords } from "#console/fault-words.ts";
import { announce } from "#design/announcer.tsx";
import { Button } from "#design/button.tsx";
import { Dialog } from "#design/dialog.tsx";
import { Notice } from "#design/notice.tsx";
import { RadioList } from "#design/radio-list.tsx";
import { SearchField } from "#design/search-field.tsx";
import { api } from "../api.ts";
import { type Contact, nameOf } from "./contact.ts";
import { useContactChange, useContacts } from "./queries.ts";
import { text as all } from "./text.ts";

const text = all.merge;

/** Of two contacts who are one person, the chosen one stays. */
export function MergeContact({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const [search, setSearch] = useState("");
  const [into, setInto] = useState<string | null>(null);
  const navigate = useNavigate();
  const found = useContacts(useDeferredValue(search), 1);
  const others = (found.data?.data ?? []).filter(({ id }) => id !== contact.id);
  const params = { path: { id: contact.id } };
  const merge = useContactChange(async (id: string) => {
    const survivor = await answerOf(api.POST("/api/v1/contacts/{id}/merge", { params, body: { into: id } }));
    announce(text.merged(nameOf(survivor)));
    // Away from the page of the one who is gone before all is asked anew.
    await navigate({ to: "/contacts/$id", params: { id: survivor.id } });
  });
  const isChosen = others.some(({ id }) => id === into);
  return (
    <Dialog
      isOpen
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button
            look="danger"
            isDisabled={!isChosen}
            isPending={merge.isPending}
            onPress={() => into !== null && merge.mutate(into)}
          >
            {text.confirm}
          </Button>
        </>
      }
    >
      <p>{text.detail(nameOf(contact))}</p>
      {merge.isError && (
        <Notice tone="bad" title={all.contact.failed} isNews>
          <p>{faultWords(merge.error)}</p>
        </Notice>
      )}
      <SearchField label={text.search} value={search} onChange={setSearch} autoFocus />
      {others.length === 0 ? (
        <p role="status">{found.isPending ? all.list.searching : text.nothing}</p>
      ) : (
        <RadioList
          label={text.choose}
          options={others.map((one) => ({ id: one.id, name: nameOf(one), detail: detailOf(one) }))}
          value={isChosen ? into : null}
          onChange={setInto}
        />
      )}
    </Dialog>
  );
}

const detailOf = ({ name, email, phone }: Contact): string =>
  [name && email, phone].filter(Boolean).join(" · ");
