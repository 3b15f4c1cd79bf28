import { useEffect, useRef } from "react";
import type { Queue } from "./queue.ts";

/** Sessions that are left in what was read of the list when more of it is asked for. */
const ahead = 5;

/** Which sessions stand before and behind one. One that has left the list stands where it was. */
export function useNeighbours(
  { items, hasNextPage, isFetching, fetchNextPage }: Queue,
  id: string,
): { previous: string | undefined; next: string | undefined } {
  const place = useRef(0);
  const index = items.findIndex((item) => item.id === id);
  useEffect(() => {
    if (index >= 0) place.current = index;
    if (hasNextPage && !isFetching && index >= items.length - ahead) void fetchNextPage();
  }, [index, items.length, hasNextPage, isFetching, fetchNextPage]);
  if (index >= 0) return { previous: items[index - 1]?.id, next: items[index + 1]?.id };
  return { previous: items[place.current - 1]?.id, next: items[place.current]?.id };
}
