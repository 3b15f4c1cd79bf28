import { useEffect, useRef, useState } from "react";

/** What a key does; one that is left out does nothing. */
export type Keys = Partial<Record<"j" | "k" | "a" | "d" | "?", () => void>>;

const storageKey = "convene_review_keys";

/** Whether single keys do something, as this device remembers it (WCAG 2.1.4: they can be switched off). */
export function useKeysSetting(): [isOn: boolean, change: (isOn: boolean) => void] {
  const [isOn, setIsOn] = useState(() => localStorage.getItem(storageKey) !== "off");
  const change = (next: boolean) => {
    localStorage.setItem(storageKey, next ? "on" : "off");
    setIsOn(next);
  };
  return [isOn, change];
}

/** Where keys mean something else: what is written into, what one chooses from by typing, and dialogs. */
const taken =
  "input, textarea, select, [contenteditable], [role=listbox], [role=menu], [aria-haspopup=listbox], [role=dialog], [role=alertdialog]";

/** Listens for single keys, pressed without another and not held. */
export function useKeys(isOn: boolean, keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(taken)) return;
      const key = event.key.toLowerCase();
      const act = Object.hasOwn(current.current, key) ? current.current[key as keyof Keys] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOn]);
}
