import { answerOf, Problem } from "@convene/sdk";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { faultAt, faultWords } from "#console/fault-words.ts";
import { announce } from "#design/announcer.tsx";
import { Button } from "#design/button.tsx";
import { Dialog } from "#design/dialog.tsx";
import { Notice } from "#design/notice.tsx";
import { TextField } from "#design/text-field.tsx";
import { api } from "../api.ts";
import { useTemplateChange } from "./queries.ts";
import { suggestSlug } from "./suggest.ts";
import { publicPath, type Template, type TemplateSummary } from "./template.ts";
import styles from "./templates.module.css";
import { text as all } from "./text.ts";

const text = all.create;

interface NewTemplateProps {
  /** The one whose content it gets; without it, it is empty. */
  copyOf?: TemplateSummary;
  onClose: () => void;
}

/** Asks how a new questionnaire is called, makes it, and leads on to its questions. */
export function NewTemplate({ copyOf, onClose }: NewTemplateProps) {
  const [name, setName] = useState(copyOf ? all.actions.copyOf(copyOf.name) : "");
  const [slug, setSlug] = useState<string | null>(null);
  const address = slug ?? suggestSlug(name);
  const navigate = useNavigate();
  const formId = useId();
  const make = useTemplateChange(() => create(copyOf, name, address));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (make.isPending) return;
    make.mutate(undefined, {
      onSuccess: ({ id }) => {
        onClose();
        if (copyOf) announce(all.actions.copied(name));
        void navigate({ to: "/templates/$id/edit", params: { id } });
      },
    });
  };
  const [nameFault, slugFault] = [faultAt(make.error, "/name"), slugFaultOf(make.error)];
  return (
    <Dialog
      isOpen
      title={copyOf ? text.copyTitle : text.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button type="submit" form={formId} look="primary" isPending={make.isPending}>
            {text.confirm}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit}>
        {make.isError && !nameFault && !slugFault && (
          <Notice tone="bad" title={all.actions.failed} isNews>
            <p>{faultWords(make.error)}</p>
          </Notice>
        )}
        <TextField
          label={text.name}
          hint={text.nameHint}
          value={name}
          onChange={setName}
          fault={nameFault}
          maxLength={200}
          autoFocus
          isRequired
        />
        <TextField
          label={text.slug}
          hint={text.slugHint(location.host + publicPath(address))}
          value={address}
          onChange={setSlug}
          fault={slugFault}
          maxLength={100}
          isRequired
        />
      </form>
    </Dialog>
  );
}

function create(copyOf: TemplateSummary | undefined, name: string, slug: string): Promise<Template> {
  const body = { name, slug };
  if (!copyOf) return answerOf(api.POST("/api/v1/workflow_templates", { body }));
  const params = { path: { id: copyOf.id } };
  return answerOf(api.POST("/api/v1/workflow_templates/{id}/copy", { params, body }));
}

/** Also who has the address already: it is one among all organizations. */
const slugFaultOf = (fault: unknown): string | null =>
  fault instanceof Problem && fault.code === "already_exists" ? text.slugTaken : faultAt(fault, "/slug");
