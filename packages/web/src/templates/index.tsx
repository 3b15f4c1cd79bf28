import { useState } from "react";
import { NeedsRole } from "#console/needs-role.tsx";
import { ConsolePage } from "#console/page.tsx";
import { Pages } from "#console/pages.tsx";
import { Trouble } from "#console/trouble.tsx";
import { Button } from "#design/button.tsx";
import { Card } from "#design/card.tsx";
import { EmptyState } from "#design/empty-state.tsx";
import { Spinner } from "#design/spinner.tsx";
import { text as frameText } from "../text.ts";
import { ImportButton } from "./import-button.tsx";
import { NewTemplate } from "./new-template.tsx";
import { useTemplates } from "./queries.ts";
import { TemplateRow } from "./template-row.tsx";
import styles from "./templates.module.css";
import { text } from "./text.ts";

/** `/templates`: the organization's questionnaires. */
export function TemplatesPage() {
  return (
    <NeedsRole least="Manager">
      <Templates />
    </NeedsRole>
  );
}

function Templates() {
  const [page, setPage] = useState(1);
  const [isMaking, setIsMaking] = useState(false);
  const templates = useTemplates(page);
  const isEmpty = templates.data?.pagination.total === 0;
  const make = (
    <Button look="primary" icon="plus" onPress={() => setIsMaking(true)}>
      {text.list.make}
    </Button>
  );
  return (
    <ConsolePage
      title={text.list.title}
      lead={text.list.lead}
      actions={
        <>
          <ImportButton />
          {!isEmpty && make}
        </>
      }
    >
      {templates.isPending && <Spinner label={frameText.loading} />}
      {templates.isError && <Trouble fault={templates.error} onAgain={() => void templates.refetch()} />}
      {isEmpty && (
        <Card>
          <EmptyState icon="form" title={text.list.empty}>
            <p>{text.list.emptyDetail}</p>
            {make}
          </EmptyState>
        </Card>
      )}
      {templates.data && !isEmpty && (
        <>
          <ul className={styles.list}>
            {templates.data.data.map((template) => (
              <TemplateRow key={template.id} template={template} />
            ))}
          </ul>
          <Pages page={page} totalPages={templates.data.pagination.totalPages} onChange={setPage} />
        </>
      )}
      {isMaking && <NewTemplate onClose={() => setIsMaking(false)} />}
    </ConsolePage>
  );
}
