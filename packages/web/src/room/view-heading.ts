import { type RefObject, useEffect, useRef } from "react";

/**
 * The heading of a view that has taken another's place gets the focus, so that a keyboard and a screen reader go on
 * where the new view begins: what had the focus before is gone. Only once, when the view appears.
 */
export function useViewHeading(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return heading;
}
