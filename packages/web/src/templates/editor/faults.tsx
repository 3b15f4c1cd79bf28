import { Problem } from "@convene/sdk";
import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { faultWords } from "#console/fault-words.ts";
import { Notice } from "#design/notice.tsx";
import type { Draft } from "./draft.ts";
import styles from "./editor.module.css";
import { type Place, placeOf } from "./places.ts";
import { text } from "./text.ts";

export type Fault = Place & { detail: string };

/** What is wrong, by the place where it is shown. */
export const FaultsContext = createContext<ReadonlyMap<string, string>>(new Map());

/** What the server found in a draft. */
export function faultsIn(error: Error | null, draft: Draft): Fault[] {
  if (!(error instanceof Problem)) return [];
  if (error.code === "already_exists") return [{ ...placeOf("/slug", draft), detail: text.slugTaken }];
  return error.errors.map(({ pointer, detail }) => ({ ...placeOf(pointer, draft), detail }));
}

interface PlacedProps {
  at: string;
  children: (fault: string | null) => ReactNode;
}

/** A field at a place that faults can name. */
export function Placed({ at, children }: PlacedProps) {
  const fault = useContext(FaultsContext).get(at) ?? null;
  return <div data-place={at}>{children(fault)}</div>;
}

/** What is wrong with something that is no field: a question that is never asked, a branch that never decides. */
export function FaultHere({ at }: { at: string }) {
  const fault = useContext(FaultsContext).get(at);
  return fault === undefined ? null : <p className={styles.fault}>{fault}</p>;
}

interface FaultListProps {
  error: Error;
  faults: readonly Fault[];
  /** Opens the question that a fault is in. */
  onShow: (question: string | null) => void;
}

/** All that is wrong, each with the way to its place. It takes the focus, so that nobody misses it. */
export function FaultList({ error, faults, onShow }: FaultListProps) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is news
  useEffect(() => list.current?.focus(), [error]);
  const show = ({ at, question }: Fault) => {
    onShow(question);
    if (at !== null) focusPlace(at);
  };
  return (
    <div ref={list} tabIndex={-1} className={styles.faults}>
      <Notice tone="bad" title={text.save.failed} isNews>
        {faults.length === 0 ? (
          <p>{faultWords(error)}</p>
        ) : (
          <>
            <p>{text.save.faults(faults.length)}</p>
            <ul>
              {faults.map((fault) => (
                <li key={`${fault.name} ${fault.detail}`}>
                  {fault.at === null ? (
                    <strong>{fault.name}</strong>
                  ) : (
                    <button type="button" className={styles.faultLink} onClick={() => show(fault)}>
                      {fault.name}
                    </button>
                  )}{" "}
                  {fault.detail}
                </li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    </div>
  );
}

/** The focus goes to what can be changed at a place, once that is drawn. */
export function focusPlace(at: string): void {
  requestAnimationFrame(() => {
    const place = document.querySelector(`[data-place="${CSS.escape(at)}"]`);
    place?.closest("details")?.setAttribute("open", "");
    const field = place?.querySelector<HTMLElement>("input:not([hidden]), textarea, button, [tabindex]");
    field?.focus();
    place?.scrollIntoView({ block: "center" });
  });
}
