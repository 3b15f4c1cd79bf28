import { answerOf } from "@convene/sdk";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api.ts";
import type { Contact } from "./contact.ts";

/** The fewest letters that are searched for. */
const least = 2;

/** A page of contacts, all or those whose name or e-mail address has these letters. */
export function useContacts(search: string, page: number) {
  const q = search.trim();
  const query = { page, ...(q.length >= least && { q }) };
  return useQuery({
    queryKey: ["contacts", "page", query],
    queryFn: () => answerOf(api.GET("/api/v1/contacts", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export const useContact = (id: string) =>
  useQuery({
    queryKey: ["contacts", "one", id],
    queryFn: () => answerOf(api.GET("/api/v1/contacts/{id}", { params: { path: { id } } })),
  });

export const useContactSessions = (contactId: string, page: number) =>
  useQuery({
    queryKey: ["contacts", "sessions", contactId, page],
    queryFn: () => answerOf(api.GET("/api/v1/sessions", { params: { query: { contactId, page } } })),
    placeholderData: keepPreviousData,
  });

export const useReceipts = (contactId: string | undefined, page: number) =>
  useQuery({
    queryKey: ["contacts", "receipts", contactId, page],
    queryFn: () =>
      answerOf(
        api.GET("/api/v1/erasure_receipts", {
          params: { query: { page, ...(contactId !== undefined && { contactId }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** A change after which all that was known of contacts, and of what waits, is asked anew. */
export function useContactChange<Given, Answer>(change: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["contacts"] }),
        queries.invalidateQueries({ queryKey: ["waiting"] }),
      ]);
    },
  });
}

export type Facts = Pick<Contact, "name" | "email" | "phone">;

/** Everything that is stored about a contact, of all pages of the export. */
export async function exportContact(id: string): Promise<object> {
  const ask = (page: number) =>
    answerOf(api.GET("/api/v1/contacts/{id}/export", { params: { path: { id }, query: { page } } }));
  const { pagination, ...first } = await ask(1);
  const sessions = [...first.sessions];
  for (let page = 2; page <= pagination.totalPages; page += 1) sessions.push(...(await ask(page)).sessions);
  return { ...first, sessions };
}
