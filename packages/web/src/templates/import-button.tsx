import { answerOf } from "@convene/sdk";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { faultWords } from "#console/fault-words.ts";
import { Button } from "#design/button.tsx";
import { Dialog } from "#design/dialog.tsx";
import { api } from "../api.ts";
import { useTemplateChange } from "./queries.ts";
import type { Template } from "./template.ts";
import { text as all } from "./text.ts";

const text = all.list;

/** Makes a questionnaire of a file that was exported, here or elsewhere. */
export function ImportButton() {
  const navigate = useNavigate();
  const [failed, setFailed] = useState<{ file: string; why: string } | null>(null);
  const take = useTemplateChange(importFile);
  const choose = (file: File | undefined) => {
    if (!file) return;
    take.mutate(file, {
      onSuccess: ({ id }) => void navigate({ to: "/templates/$id", params: { id } }),
      onError: (fault) => {
        const why = fault instanceof SyntaxError ? text.notJson : faultWords(fault);
        setFailed({ file: file.name, why });
      },
    });
  };
  return (
    <>
      <FileTrigger acceptedFileTypes={["application/json", ".json"]} onSelect={(files) => choose(files?.[0])}>
        <Button icon="upload" isPending={take.isPending}>
          {text.import}
        </Button>
      </FileTrigger>
      {failed && (
        <Dialog
          isOpen
          title={text.importFailed(failed.file)}
          onClose={() => setFailed(null)}
          actions={
            <Button look="primary" onPress={() => setFailed(null)}>
              {text.close}
            </Button>
          }
        >
          <p>{failed.why}</p>
        </Dialog>
      )}
    </>
  );
}

async function importFile(file: File): Promise<Template> {
  const body = JSON.parse(await file.text());
  return answerOf(api.POST("/api/v1/workflow_templates/import", { body }));
}
