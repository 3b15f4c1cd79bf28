import { Link } from "@tanstack/react-router";
import { fromNow } from "#console/moments.ts";
import { useCounts } from "#console/waiting.ts";
import { Badge } from "#design/badge.tsx";
import { PublicLink } from "./public-link.tsx";
import type { TemplateSummary } from "./template.ts";
import { TemplateMenu } from "./template-menu.tsx";
import styles from "./templates.module.css";
import { text as all } from "./text.ts";

const text = all.list;

/** One questionnaire in the list. */
export function TemplateRow({ template }: { template: TemplateSummary }) {
  const { id, name, slug, status, updatedAt } = template;
  const isPublished = status === "published";
  const counts = useCounts().data?.data.find(({ workflowTemplateId }) => workflowTemplateId === id);
  const decided = counts ? counts.approved + counts.denied : 0;
  return (
    <li className={styles.row}>
      <div className={styles.about}>
        <h2 className={styles.name}>
          <Link to="/templates/$id" params={{ id }}>
            {name}
          </Link>
          <Badge tone={isPublished ? "good" : "plain"}>{all.status[status]}</Badge>
        </h2>
        <p className={styles.facts}>
          {counts && counts.waiting > 0 && <strong>{text.waiting(counts.waiting)}</strong>}
          {counts && counts.active > 0 && <span>{text.active(counts.active)}</span>}
          {decided > 0 && <span>{text.decided(decided)}</span>}
          <span>{text.changed(fromNow(updatedAt))}</span>
        </p>
        {isPublished && <PublicLink slug={slug} name={name} />}
      </div>
      <TemplateMenu template={template} />
    </li>
  );
}
