import { useNavigate } from "@tanstack/react-router";
import { faultWords } from "#console/fault-words.ts";
import { announce } from "#design/announcer.tsx";
import { Button } from "#design/button.tsx";
import { Dialog } from "#design/dialog.tsx";
import { Notice } from "#design/notice.tsx";
import { api } from "../api.ts";
import { useTemplateChange } from "./queries.ts";
import type { TemplateSummary } from "./template.ts";
import { text as all } from "./text.ts";

const text = all.remove;

/** Asks before a draft is gone. */
export function DeleteTemplate({ template, onClose }: { template: TemplateSummary; onClose: () => void }) {
  const { id, name } = template;
  const navigate = useNavigate();
  const remove = useTemplateChange(async () => {
    await api.DELETE("/api/v1/workflow_templates/{id}", { params: { path: { id } } });
    announce(all.actions.deleted(name));
    onClose();
    // Away from its page before all is asked anew: it is not there any more.
    await navigate({ to: "/templates" });
  });
  return (
    <Dialog
      isOpen
      title={text.title(name)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button look="danger" isPending={remove.isPending} onPress={() => remove.mutate(undefined)}>
            {text.confirm}
          </Button>
        </>
      }
    >
      <p>{text.detail}</p>
      {remove.isError && (
        <Notice tone="bad" title={all.actions.failed} isNews>
          <p>{faultWords(remove.error)}</p>
        </Notice>
      )}
    </Dialog>
  );
}
