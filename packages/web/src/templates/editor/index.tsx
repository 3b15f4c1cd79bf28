import { useParams } from "@tanstack/react-router";
import { NeedsRole } from "#console/needs-role.tsx";
import { ConsolePage } from "#console/page.tsx";
import { Trouble } from "#console/trouble.tsx";
import { Spinner } from "#design/spinner.tsx";
import { text as frameText } from "../../text.ts";
import { useTemplate } from "../queries.ts";
import { text as templatesText } from "../text.ts";
import { Editor } from "./editor.tsx";

/** `/templates/:id/edit`: where a questionnaire is written. */
export function TemplateEditorPage() {
  const { id = "" } = useParams({ strict: false });
  return (
    <NeedsRole least="Manager">
      <Asked key={id} id={id} />
    </NeedsRole>
  );
}

function Asked({ id }: { id: string }) {
  const template = useTemplate(id);
  // What is written on is not replaced by what comes later: Editor keeps what it began with.
  if (template.data) return <Editor stored={template.data} />;
  const { title } = templatesText.list;
  return (
    <ConsolePage title={title} isTitleHidden back={{ to: "/templates", name: title }}>
      {template.isPending && <Spinner label={frameText.loading} />}
      {template.isError && <Trouble fault={template.error} onAgain={() => void template.refetch()} />}
    </ConsolePage>
  );
}
