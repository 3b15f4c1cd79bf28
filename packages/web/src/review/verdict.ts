import { answerOf, type components, Problem } from "@convene/sdk";
import { useMutation } from "@tanstack/react-query";
import { announce } from "#design/announcer.tsx";
import { api } from "../api.ts";
import { nameOf } from "./contact.ts";
import { type QueueItem, useRefresh } from "./queue.ts";
import { text } from "./text.ts";

export type Verdict = "approved" | "denied";

/** Most characters of notes, as the API counts them. */
const notesLongest = 2_000;

/** How many characters more may be written; less than none, where there are too many. */
export const charactersLeft = (notes: string): number => notesLongest - [...notes].length;

export const areStorable = (notes: string): boolean => charactersLeft(notes) >= 0;

interface Deciding {
  item: QueueItem;
  notes: string;
  /** It is stored: goes on, and has what is shown read again. */
  onDecided: (refresh: () => Promise<void>) => Promise<void>;
  /** Somebody else decided before, or nothing can be decided any more. */
  onTooLate: () => void;
}

/** Decides, once and for all. */
export function useVerdict({ item, notes, onDecided, onTooLate }: Deciding) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (reviewStatus: Verdict): Promise<components["schemas"]["ScreeningSession"]> =>
      answerOf(
        api.PATCH("/api/v1/sessions/{id}/review", {
          params: { path: { id: item.id } },
          body: { reviewStatus, reviewNotes: notes.trim() === "" ? null : notes },
        }),
      ),
    onSuccess: async (_, verdict) => {
      announce(text.decision[verdict](nameOf(item)));
      await onDecided(refresh);
    },
    onError: async (fault) => {
      if (!isTooLate(fault)) return;
      onTooLate();
      await refresh();
    },
  });
}

/** Whether the session itself, rather than the request, is why nothing was decided. */
export const isTooLate = (fault: unknown): boolean =>
  fault instanceof Problem && ["already_reviewed", "not_completed", "not_found"].includes(fault.code);
