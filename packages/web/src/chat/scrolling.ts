/** Pixels that stay free around what is brought into view. */
const margin = 16;

/**
 * Scrolls no further than it takes to see an element whole, between the header and the lower edge, or the keyboard of a
 * phone; to see its beginning, where it is too large for that.
 */
export function bringIntoView(element: Element | null, isAtOnce = isCalm()): void {
  if (!element) return;
  const { top, bottom } = element.getBoundingClientRect();
  const { offsetTop = 0, height = window.innerHeight } = window.visualViewport ?? {};
  const header = document.querySelector(".head")?.getBoundingClientRect().bottom ?? 0;
  const upper = Math.max(header, offsetTop) + margin;
  const lower = offsetTop + height - margin;
  const fits = bottom - top <= lower - upper;
  const distance = !fits || top < upper ? top - upper : Math.max(bottom - lower, 0);
  window.scrollBy({ top: distance, behavior: isAtOnce ? "instant" : "smooth" });
}

/** Keeps what is being answered in view when the keyboard of a phone comes up. */
export function keepAboveKeyboard(): void {
  window.visualViewport?.addEventListener("resize", () =>
    bringIntoView(document.activeElement?.closest(".present, .composer") ?? null),
  );
}

/** Whether the reader wants nothing to move that does not have to. */
export const isCalm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
