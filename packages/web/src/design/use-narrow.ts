import { useSyncExternalStore } from "react";

const narrow = "(max-width: 48rem)";

/** Whether the screen is a phone's, or as narrow. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(narrow);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => window.matchMedia(narrow).matches,
  );
}
