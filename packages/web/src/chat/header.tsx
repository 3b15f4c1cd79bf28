/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import { ContinueDialog } from "./continue-dialog.tsx";
import type { View } from "./conversation.ts";
import { Icon } from "./icon.tsx";
import type { ChatState } from "./session.ts";
import { StatusLine } from "./status-line.tsx";
import { useChat } from "./surroundings.ts";
import { useTimeLeft } from "./time-left.ts";

interface Props {
  state: ChatState;
  view: View;
  isOver: boolean;
}

/** Whose questions these are, how far it has come, and the way to another device. */
export function Header({ state, view, isOver }: Props) {
  const { texts } = useChat();
  const [isOpen, setOpen] = useState(false);
  const { answered, total } = view;
  const { continueUrl, now } = state;
  const time = useTimeLeft(now, view.session.expiresAt, isOver);
  return (
    <header class="head">
      <div class="title">
        <span class="avatar" aria-hidden="true">
          {[...state.name][0]?.toLocaleUpperCase(state.language)}
        </span>
        <div class="names">
          <h1 lang={state.language} dir="auto">
            {state.name}
          </h1>
          {time && !time.isShort && <p>{time.text}</p>}
        </div>
        {!isOver && (
          <span class="step" aria-hidden="true">
            {texts.step(answered, total)}
          </span>
        )}
        {!isOver && continueUrl && (
          <button
            type="button"
            class="round"
            aria-label={texts.continueElsewhere}
            title={texts.continueElsewhere}
            onClick={() => setOpen(true)}
          >
            <Icon name="device" />
          </button>
        )}
      </div>
      {!isOver && (
        <progress
          class="progress"
          value={answered}
          max={Math.max(total, 1)}
          aria-label={texts.progress(answered, total)}
        />
      )}
      <StatusLine view={view} shortTime={time?.isShort ? time.text : null} isOver={isOver} />
      {isOpen && continueUrl && (
        <ContinueDialog url={continueUrl} title={state.name} onClose={() => setOpen(false)} />
      )}
    </header>
  );
}
