import { answerOf } from "@convene/sdk";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api.ts";
import { useMember } from "./member.ts";

/** Milliseconds between two looks at what waits, while the page is in view. */
const interval = 60_000;

/** How many screening sessions there are in each state, by template and in all; not asked for whoever may not see them. */
export function useCounts() {
  const { may } = useMember();
  return useQuery({
    queryKey: ["waiting", "counts"],
    queryFn: () => answerOf(api.GET("/api/v1/screening_counts")),
    enabled: may("Coach"),
    refetchInterval: interval,
  });
}
