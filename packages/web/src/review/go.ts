import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import type { ReviewSearch } from "./search.ts";

interface Going {
  /** In place of the present entry of the browser's history. */
  isReplacing?: boolean;
  /** Which sessions are listed from now on; as they are, where it is left out. */
  search?: ReviewSearch;
}

/** Goes to a session, or to the list alone. */
export type Go = (id: string | undefined, going?: Going) => void;

export function useGo(): Go {
  const navigate = useNavigate({ from: "/review" });
  return useCallback(
    (id, { isReplacing = false, search } = {}) => {
      const rest = { search: search ?? ((now: ReviewSearch) => now), replace: isReplacing };
      if (id === undefined) void navigate({ to: "/review", ...rest });
      else void navigate({ to: "/review/$id", params: { id }, ...rest });
    },
    [navigate],
  );
}
