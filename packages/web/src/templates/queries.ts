import { answerOf } from "@convene/sdk";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api.ts";
import type { Template, TemplateSummary } from "./template.ts";

export const useTemplates = (page: number) =>
  useQuery({
    queryKey: ["templates", "page", page],
    queryFn: () => answerOf(api.GET("/api/v1/workflow_templates", { params: { query: { page } } })),
    placeholderData: keepPreviousData,
  });

export const useTemplate = (id: string) =>
  useQuery({ queryKey: ["templates", "one", id], queryFn: () => askTemplate(id) });

export const askTemplate = (id: string): Promise<Template> =>
  answerOf(api.GET("/api/v1/workflow_templates/{id}", { params: { path: { id } } }));

/** A change after which all that was known of templates, and of what waits in them, is asked anew. */
export function useTemplateChange<Given, Answer>(change: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["templates"] }),
        queries.invalidateQueries({ queryKey: ["waiting"] }),
      ]);
    },
  });
}

export const setStatus = ({ id }: TemplateSummary, status: TemplateSummary["status"]): Promise<Template> =>
  answerOf(api.PATCH("/api/v1/workflow_templates/{id}", { params: { path: { id } }, body: { status } }));
