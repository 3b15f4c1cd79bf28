/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";
import { bringIntoView } from "./scrolling.ts";
import { useChat } from "./surroundings.ts";

interface Props {
  /** Nothing else is being answered. */
  isAsking: boolean;
  children: ComponentChildren;
}

/** What is asked, and the way back to it for whoever has gone up to what was said before. */
export function Reachable({ isAsking, children }: Props) {
  const { texts } = useChat();
  const [isAway, setAway] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watcher = new IntersectionObserver((entries) => {
      const newest = entries.at(-1);
      setAway(newest !== undefined && !newest.isIntersecting && newest.boundingClientRect.top > 0);
    });
    if (place.current) watcher.observe(place.current);
    return () => watcher.disconnect();
  }, []);
  const goOn = () => {
    bringIntoView(place.current);
    place.current?.querySelector<HTMLElement>("input, textarea, button")?.focus({ preventScroll: true });
  };
  return (
    <>
      <div ref={place}>{children}</div>
      {isAway && isAsking && (
        <button type="button" class="button jump" onClick={goOn}>
          {texts.goOn}
          <Icon name="down" />
        </button>
      )}
    </>
  );
}
