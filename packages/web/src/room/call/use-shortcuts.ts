import { useEffect, useRef } from "react";
import { recall } from "../client/remembered.ts";

/** What a key does, by its letter. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Where keys have a meaning of their own. */
const busy =
  "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** Whether single keys do something here; some people's speech input types by itself. */
export const usesShortcuts = (): boolean => recall("shortcuts") ?? true;

/** Listens to single keys while nobody writes, and no dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(busy)) return;
      const act = current.current[event.key.toLowerCase()];
      if (!act || !usesShortcuts()) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
