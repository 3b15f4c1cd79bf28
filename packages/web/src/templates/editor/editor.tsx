import { useState } from "react";
import { ConsolePage } from "#console/page.tsx";
import type { Template } from "../template.ts";
import { text as templatesText } from "../text.ts";
import { About } from "./about.tsx";
import type { Change } from "./changes.ts";
import { contentOf } from "./content.ts";
import { draftOf } from "./draft.ts";
import { FaultList, FaultsContext, faultsIn } from "./faults.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { Questions } from "./questions.tsx";
import { ReviewFirst } from "./review-first.tsx";
import { SaveBar } from "./save-bar.tsx";
import { text } from "./text.ts";
import { Translations } from "./translation-fields.tsx";
import { useSave } from "./use-save.ts";

/** A questionnaire, written on by somebody; nothing is stored before they save. */
export function Editor({ stored }: { stored: Template }) {
  const [draft, setDraft] = useState(() => draftOf(stored));
  const [base, setBase] = useState(() => ({
    content: JSON.stringify(contentOf(draft)),
    updatedAt: stored.updatedAt,
  }));
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const change = (next: Change) => setDraft(next);
  const open = (id: string, isOpen: boolean) =>
    setOpened((before) => new Set(isOpen ? [...before, id] : [...before].filter((one) => one !== id)));
  const save = useSave(stored.id, base.updatedAt, (saved) => {
    setBase({ content: JSON.stringify(contentOf(draft)), updatedAt: saved.updatedAt });
  });
  const isDirty = JSON.stringify(contentOf(draft)) !== base.content;
  const faults = faultsIn(save.error, save.sent ?? draft);
  return (
    <ConsolePage title={text.title(stored.name)} back={{ to: "/templates", name: templatesText.list.title }}>
      <FaultsContext value={new Map(faults.flatMap(({ at, detail }) => (at === null ? [] : [[at, detail]])))}>
        <LeaveGuard isDirty={isDirty} />
        {save.error !== null && (
          <FaultList
            error={save.error}
            faults={faults}
            onShow={(question) => question && open(question, true)}
          />
        )}
        <About draft={draft} onChange={change} />
        <Questions draft={draft} onChange={change} opened={opened} onOpen={open} />
        <ReviewFirst draft={draft} onChange={change} />
        <Translations draft={draft} onChange={change} />
        <SaveBar
          templateId={stored.id}
          isDirty={isDirty}
          isPending={save.isPending}
          isStale={save.isStale}
          onSave={(force) => save.start(draft, force)}
          onBack={save.forget}
        />
      </FaultsContext>
    </ConsolePage>
  );
}
