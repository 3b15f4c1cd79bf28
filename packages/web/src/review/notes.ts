import { useState } from "react";

const storageKey = "convene_review_notes";

/**
 * What is written of each session until it is decided. Going elsewhere and coming back loses nothing, nor does a
 * reload; the tab's end does, and signing out.
 */
export function useNotes(): [
  notes: Readonly<Record<string, string>>,
  keep: (id: string, text: string) => void,
] {
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>(() =>
    JSON.parse(sessionStorage.getItem(storageKey) ?? "{}"),
  );
  const keep = (id: string, text: string) => {
    const { [id]: _, ...others } = notes;
    const next = text === "" ? others : { ...others, [id]: text };
    sessionStorage.setItem(storageKey, JSON.stringify(next));
    setNotes(next);
  };
  return [notes, keep];
}
