import { useEffect } from "react";

/** Names the page in the browser's tab and history, the particular first. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Convene`;
  }, [title]);
}
