/** @jsxImportSource preact */
import { useEffect, useState } from "preact/hooks";
import type { View } from "./conversation.ts";
import { Icon } from "./icon.tsx";
import { useChat } from "./surroundings.ts";

interface Props {
  view: View;
  /** Said when there is little of it. */
  shortTime: string | null;
  isOver: boolean;
}

/** What the reader should know beside the questions: that they are offline, how long there is, what fell away. */
export function StatusLine({ view, shortTime, isOver }: Props) {
  const { conversation, texts } = useChat();
  const isOffline = useOffline() || view.trouble === "offline";
  const isBack = useBack(isOffline, view.unsent);
  const trouble = isOver
    ? null
    : isOffline
      ? texts.offline(view.unsent)
      : view.trouble && texts.serverTrouble;
  return (
    <div class="status" role="status">
      {trouble && (
        <p class="notice" data-tone="warn">
          <Icon name="offline" />
          <span>{trouble}</span>
          <button type="button" class="change" onClick={() => conversation.hurry()}>
            {texts.tryNow}
          </button>
        </p>
      )}
      {isBack && !isOver && (
        <p class="notice" data-tone="good">
          <Icon name="check" />
          <span>{texts.allSent}</span>
        </p>
      )}
      {shortTime && (
        <p class="notice" data-tone="warn">
          <Icon name="clock" />
          <span>{shortTime}</span>
        </p>
      )}
      {view.dropped && <span class="visually-hidden">{texts.dropped(view.dropped.labels)}</span>}
    </div>
  );
}

/** Whether the browser itself knows that there is no network. */
function useOffline(): boolean {
  const [isOffline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return isOffline;
}

/** Milliseconds for which good news stays. */
const stay = 5_000;

/** For a moment after a time without network, once everything is sent. */
function useBack(isOffline: boolean, unsent: number): boolean {
  const [state, setState] = useState<"never" | "away" | "back">("never");
  useEffect(() => {
    if (isOffline) setState("away");
    else if (state === "away" && unsent === 0) setState("back");
  }, [isOffline, unsent, state]);
  useEffect(() => {
    if (state !== "back") return undefined;
    const timer = setTimeout(() => setState("never"), stay);
    return () => clearTimeout(timer);
  }, [state]);
  return state === "back";
}
