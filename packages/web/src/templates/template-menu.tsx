import { answerOf, Problem } from "@convene/sdk";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { faultWords } from "#console/fault-words.ts";
import { saveJson } from "#console/save-file.ts";
import { announce } from "#design/announcer.tsx";
import { IconButton } from "#design/icon-button.tsx";
import { type Choice, Menu } from "#design/menu.tsx";
import { api } from "../api.ts";
import { DeleteTemplate } from "./delete-template.tsx";
import { NewTemplate } from "./new-template.tsx";
import { setStatus, useTemplateChange } from "./queries.ts";
import type { TemplateSummary } from "./template.ts";
import { text as all } from "./text.ts";

const text = all.actions;

/** What can be done with one questionnaire, beside looking at it. */
export function TemplateMenu({ template }: { template: TemplateSummary }) {
  const { id, name, slug, status } = template;
  const [asking, setAsking] = useState<"delete" | "copy" | null>(null);
  const navigate = useNavigate();
  const publish = usePublish(template);
  const choices: Choice[] = [
    {
      ...{ id: "edit", name: text.edit, icon: "form" },
      onChoose: () => void navigate({ to: "/templates/$id/edit", params: { id } }),
    },
    status === "draft"
      ? {
          ...{ id: "publish", name: text.publish, icon: "send" },
          onChoose: () => publish.mutate("published"),
        }
      : {
          ...{ id: "unpublish", name: text.unpublish, icon: "remove" },
          onChoose: () => publish.mutate("draft"),
        },
    { ...{ id: "copy", name: text.copy, icon: "copy" }, onChoose: () => setAsking("copy") },
    { ...{ id: "export", name: text.export, icon: "download" }, onChoose: () => void exportAs(id, slug) },
    ...(status === "draft"
      ? [
          {
            ...{ id: "delete", name: text.delete, icon: "trash" as const, isDangerous: true },
            onChoose: () => setAsking("delete"),
          },
        ]
      : []),
  ];
  return (
    <>
      <Menu label={all.list.more(name)} choices={choices}>
        <IconButton label={all.list.more(name)} icon="more" />
      </Menu>
      {asking === "delete" && <DeleteTemplate template={template} onClose={() => setAsking(null)} />}
      {asking === "copy" && <NewTemplate copyOf={template} onClose={() => setAsking(null)} />}
    </>
  );
}

/** Publishes a draft, or makes a draft of what is published; what the plan does not allow, the server says. */
export function usePublish(template: TemplateSummary) {
  const change = useTemplateChange((status: TemplateSummary["status"]) => setStatus(template, status));
  const { name } = template;
  return {
    ...change,
    mutate: (status: TemplateSummary["status"]) =>
      change.mutate(status, {
        onSuccess: () => announce(status === "published" ? text.published(name) : text.unpublished(name)),
        onError: (fault) => announce(publishFault(fault), { tone: "bad" }),
      }),
  };
}

/** Why it was not published, and what can be done where the plan is the reason. */
export const publishFault = (fault: Error): string =>
  fault instanceof Problem && fault.code === "plan_limit"
    ? `${faultWords(fault)} ${text.planLimit}`
    : faultWords(fault);

async function exportAs(id: string, slug: string): Promise<void> {
  try {
    const content = await answerOf(
      api.GET("/api/v1/workflow_templates/{id}/export", { params: { path: { id } } }),
    );
    saveJson(`${slug}.json`, content);
  } catch (fault) {
    announce(faultWords(fault), { tone: "bad" });
  }
}
