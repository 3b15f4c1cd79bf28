import { answerOf, type components } from "@convene/sdk";
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { useCounts } from "#console/waiting.ts";
import { api } from "../api.ts";

/** A session as reviewers read it. */
export type QueueItem = components["schemas"]["ScreeningQueueItem"];
export type QueueState = QueueItem["state"];
export type SessionStatus = QueueItem["status"];
export type Answered = QueueItem["answers"][number];

/** How many sessions are in which state, by template and in all. */
export type Counts = NonNullable<ReturnType<typeof useCounts>["data"]>;
export type Queue = ReturnType<typeof useQueue>;

/** Which sessions are listed. */
export interface Filter {
  state: QueueState;
  workflowTemplateId: string | undefined;
}

/** Milliseconds between two looks, should the stream be silent (updates.ts). */
const interval = 60_000;

/** The sessions in a state, page after page: those that wait the longest first, others the newest first. */
export function useQueue(filter: Filter) {
  const queue = useInfiniteQuery({
    queryKey: ["review", "queue", filter],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/v1/screening_queue", {
          params: { query: { ...filter, limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ meta }) => meta.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: interval,
  });
  return { ...queue, items: queue.data?.pages.flatMap(({ data }) => data) ?? [] };
}

/** One session, whatever its state; what the list knows of it is shown until it is here. */
export const useQueueItem = (id: string | undefined, listed: QueueItem | undefined) =>
  useQuery({
    queryKey: ["review", "item", id],
    queryFn: () => answerOf(api.GET("/api/v1/screening_queue/{id}", { params: { path: { id: id ?? "" } } })),
    enabled: id !== undefined,
    placeholderData: listed,
    refetchInterval: interval,
  });

/** Asks again for whatever of the review is shown, and for what waits elsewhere on the page. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ["review"] }),
      queries.invalidateQueries({ queryKey: ["waiting"] }),
    ]);
  }, [queries]);
}
