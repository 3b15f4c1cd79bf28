import { type RefObject, useEffect, useRef, useState } from "react";

/** The inner size of an element in pixels, and whenever it changes. */
export function useSize<E extends HTMLElement>(): {
  ref: RefObject<E | null>;
  width: number;
  height: number;
} {
  const ref = useRef<E>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
}
