import { answerOf } from "@convene/sdk";
import { useState } from "react";
import { announce } from "#design/announcer.tsx";
import { api } from "../../api.ts";
import { askTemplate, useTemplateChange } from "../queries.ts";
import type { Template } from "../template.ts";
import { contentOf } from "./content.ts";
import type { Draft } from "./draft.ts";
import { text } from "./text.ts";

/** Somebody else saved since this author began. */
class Stale extends Error {}

/** Stores a draft; not over what somebody else stored meanwhile, unless the author wants to. */
export function useSave(id: string, updatedAt: string, onSaved: (template: Template) => void) {
  const [sent, setSent] = useState<Draft | null>(null);
  const change = useTemplateChange(async ({ draft, force }: { draft: Draft; force: boolean }) => {
    if (!force && (await askTemplate(id)).updatedAt !== updatedAt) throw new Stale();
    const params = { path: { id } };
    return answerOf(api.PATCH("/api/v1/workflow_templates/{id}", { params, body: contentOf(draft) }));
  });
  const isStale = change.error instanceof Stale;
  return {
    /** The draft that was sent last, which the faults are about. */
    sent,
    isPending: change.isPending,
    isStale,
    error: isStale ? null : change.error,
    forget: () => change.reset(),
    start(draft: Draft, force: boolean) {
      setSent(draft);
      change.mutate(
        { draft, force },
        {
          onSuccess: (template) => {
            announce(text.save.saved);
            onSaved(template);
          },
        },
      );
    },
  };
}
