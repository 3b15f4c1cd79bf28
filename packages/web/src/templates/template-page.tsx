import { useParams } from "@tanstack/react-router";
import { GoButton } from "#console/go-button.tsx";
import { NeedsRole } from "#console/needs-role.tsx";
import { ConsolePage } from "#console/page.tsx";
import { Trouble } from "#console/trouble.tsx";
import { Badge } from "#design/badge.tsx";
import { Button } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";
import { Spinner } from "#design/spinner.tsx";
import { text as frameText } from "../text.ts";
import { Outline } from "./outline.tsx";
import { PublicLink } from "./public-link.tsx";
import { useTemplate } from "./queries.ts";
import type { Template } from "./template.ts";
import { TemplateFacts } from "./template-facts.tsx";
import { publishFault, TemplateMenu, usePublish } from "./template-menu.tsx";
import styles from "./templates.module.css";
import { text } from "./text.ts";

const back = { to: "/templates", name: text.list.title } as const;

/** `/templates/:id`: one questionnaire, as its author reads it. */
export function TemplatePage() {
  const { id = "" } = useParams({ strict: false });
  return (
    <NeedsRole least="Manager">
      <Asked key={id} id={id} />
    </NeedsRole>
  );
}

function Asked({ id }: { id: string }) {
  const template = useTemplate(id);
  if (template.data) return <Shown template={template.data} />;
  return (
    <ConsolePage title={text.list.title} isTitleHidden back={back}>
      {template.isPending && <Spinner label={frameText.loading} />}
      {template.isError && <Trouble fault={template.error} onAgain={() => void template.refetch()} />}
    </ConsolePage>
  );
}

function Shown({ template }: { template: Template }) {
  const { id, name, slug, status } = template;
  const publish = usePublish(template);
  const isPublished = status === "published";
  return (
    <ConsolePage
      title={name}
      back={back}
      lead={
        <div className={styles.standing}>
          <Badge tone={isPublished ? "good" : "plain"}>{text.status[status]}</Badge>
          {isPublished && <PublicLink slug={slug} name={name} />}
        </div>
      }
      actions={
        <>
          {!isPublished && template.questions.length > 0 && (
            <Button look="primary" isPending={publish.isPending} onPress={() => publish.mutate("published")}>
              {text.actions.publish}
            </Button>
          )}
          <GoButton to="/templates/$id/edit" params={{ id }} look={isPublished ? "primary" : "plain"}>
            {text.actions.edit}
          </GoButton>
          <TemplateMenu template={template} />
        </>
      }
    >
      {publish.isError && (
        <Notice tone="bad" title={text.actions.failed}>
          <p>{publishFault(publish.error)}</p>
        </Notice>
      )}
      <div className={styles.columns}>
        <Outline template={template} />
        <TemplateFacts template={template} />
      </div>
    </ConsolePage>
  );
}
