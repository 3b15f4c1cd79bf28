/** @jsxImportSource preact */
import { render } from "preact";
import { forget, surroundingsOf } from "./browser.ts";
import { Chat } from "./chat.tsx";
import { Conversation } from "./conversation.ts";
import { draftOf, keepDraft } from "./draft.ts";
import { showEnd } from "./end.ts";
import { prove } from "./proof.ts";
import { keepAboveKeyboard } from "./scrolling.ts";
import type { ChatState, Session } from "./session.ts";
import { textsIn } from "./texts/index.ts";
import "#design/tokens.css";
import "./page.css";
import "./conversation.css";
import "./answering.css";
import "./over.css";
import "./media.css";

const place = document.querySelector("main");
const told = document.getElementById("chat-state");
if (!place || !told) throw new Error("the page has no place for the chat");
const state = JSON.parse(told.textContent) as ChatState;
const { session, challenge, language } = state;
const form = place.querySelector<HTMLFormElement>("form[data-start]");

// How a session ended the server's page says by itself.
if (session?.ending) {
  forget(session.id);
  keepDraft(session.id, null);
} else if (session) takeOver(place, session);
else if (form && challenge) prove(form, challenge, textsIn(language).holding);

// A page that comes back from the browser's memory knows nothing of what happened since.
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

function takeOver(main: HTMLElement, current: Session): void {
  const draft = draftOf(main, current.id);
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const conversation = new Conversation(current, surroundingsOf(current.id, notify));
  const changed = new URLSearchParams(location.search).get("change");
  if (changed) conversation.edit(changed);
  history.replaceState(null, "", location.pathname);
  history.scrollRestoration = "manual";
  main.className = "chat";
  main.replaceChildren();
  render(<Chat state={state} conversation={conversation} subscribe={subscribe} draft={draft} />, main);
  const stop = subscribe(() => {
    if (conversation.view.phase !== "over") return;
    stop();
    keepDraft(current.id, null);
    void showEnd(main);
  });
  main.addEventListener("input", ({ target }) => {
    const { current: question } = conversation.view;
    if (question && target instanceof Element && target.matches(".present .input"))
      keepDraft(current.id, { key: question.key, value: (target as HTMLInputElement).value });
  });
  main.addEventListener("submit", ({ target }) => {
    if (target instanceof Element && target.closest(".present")) keepDraft(current.id, null);
  });
  keepAboveKeyboard();
  goOn(conversation, current.id);
}

/** Sends what is left from before, whenever the network or the reader is back, until another tab takes over. */
function goOn(conversation: Conversation, id: string): void {
  const hurry = () => {
    conversation.hurry();
    void conversation.look();
  };
  addEventListener("online", hurry);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && hurry());
  if ("BroadcastChannel" in window) {
    const tabs = new BroadcastChannel(`convene.chat.${id}`);
    tabs.onmessage = () => conversation.yield();
    tabs.postMessage("here");
  }
  conversation.hurry();
}
