/** @jsxImportSource preact */
import { useEffect, useState } from "preact/hooks";
import type { Conversation, View } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import { Header } from "./header.tsx";
import { Log } from "./log.tsx";
import { Over } from "./over.tsx";
import { Present } from "./present.tsx";
import { Reachable } from "./reachable.tsx";
import type { ChatState } from "./session.ts";
import { ChatContext } from "./surroundings.ts";
import { textsIn } from "./texts/index.ts";

interface Props {
  state: ChatState;
  conversation: Conversation;
  /** Calls back whenever the conversation's view is another; answers what ends that. */
  subscribe(listener: () => void): () => void;
  draft: Draft | null;
}

/** The whole page of a session that runs, or that is over. */
export function Chat({ state, conversation, subscribe, draft }: Props) {
  const { language, files } = state;
  const texts = textsIn(language);
  const view = useView(conversation, subscribe);
  // At the beginning, a keyboard must not jump up over the first question.
  const [isEngaged, setEngaged] = useState(draft !== null || matchMedia("(pointer: fine)").matches);
  // Whoever changes an answer above stays there.
  const follow = ({ target }: Event) => {
    const place = (target as Element).closest(".present, .turn");
    if (place) setEngaged(place.className === "present");
  };
  const isOver = view.phase === "elsewhere" || view.phase === "lost";
  return (
    <ChatContext.Provider value={{ conversation, texts, language, files }}>
      <div class="frame" onSubmitCapture={follow} onClickCapture={follow}>
        <Header state={state} view={view} isOver={isOver} />
        {/* What was answered is not for whoever comes later, nor for another tab's eyes. */}
        {!isOver && <Log view={view} canChange={view.phase !== "finishing"} />}
        {isOver ? (
          <Over view={view} />
        ) : (
          <Reachable isAsking={view.editing === null}>
            <Present view={view} draft={draft} isEngaged={isEngaged} />
          </Reachable>
        )}
      </div>
    </ChatContext.Provider>
  );
}

function useView(conversation: Conversation, subscribe: Props["subscribe"]): View {
  const [view, setView] = useState(() => conversation.view);
  useEffect(() => {
    const look = () => setView(conversation.view);
    look();
    return subscribe(look);
  }, [conversation, subscribe]);
  return view;
}
