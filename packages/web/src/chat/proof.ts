import type { Challenge, Solution } from "altcha-lib";

/** Longest that somebody waits for the proof when they press the button, in milliseconds; without it they are let in too. */
const patience = 4_000;

/**
 * Solves the challenge beside the page and puts the solution into the form's hidden field. The form works without it:
 * where a browser has no crypto, or is too slow, the server lets in fewer.
 */
export function prove(form: HTMLFormElement, challenge: Challenge, holding: string): void {
  const field = form.querySelector<HTMLInputElement>("input[name=altcha]");
  if (!field || !window.isSecureContext || !("Worker" in window)) return;
  const worker = new Worker(new URL("./proof-worker.ts", import.meta.url), { type: "module" });
  let isOpen = true;
  let isHeld = false;
  const solved = new Promise<void>((resolve) => {
    const end = () => {
      isOpen = false;
      worker.terminate();
      resolve();
    };
    worker.onmessage = ({ data }: MessageEvent<Solution | { error: unknown } | null>) => {
      if (data && !("error" in data)) field.value = btoa(JSON.stringify({ challenge, solution: data }));
      end();
    };
    worker.onerror = end;
  });
  worker.postMessage({ type: "work", challenge });
  form.addEventListener("submit", (event) => {
    if (!isOpen) return;
    event.preventDefault();
    if (isHeld) return;
    isHeld = true;
    const button = event.submitter;
    if (button) button.textContent = holding;
    const late = new Promise((resolve) => setTimeout(resolve, patience));
    void Promise.race([solved, late]).then(() => form.submit());
  });
}
