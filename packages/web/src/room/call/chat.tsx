import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "#design/icon-button.tsx";
import { ownZone } from "../arrival/facts.tsx";
import { timeIn } from "../arrival/when.ts";
import type { ChatMessage } from "../client/messages.ts";
import { useRoomTools, useRoomView } from "../use-room.ts";
import styles from "./chat.module.css";
import { chat as text } from "./text.ts";

/** What is said in writing. */
export function Chat() {
  const { room } = useRoomTools();
  const { chat, you } = useRoomView().room;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    room.openChat(true);
    return () => room.openChat(false);
  }, [room]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every new message, its end is shown.
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [chat.length]);
  return (
    <div className={styles.chat}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <div ref={list} role="log" aria-label={text.messages} tabIndex={0} className={styles.scroll}>
        {chat.length === 0 && <p className={styles.empty}>{text.empty}</p>}
        <ol className={styles.messages}>
          {chat.map((message) => (
            <Message key={message.id} message={message} isYours={message.participantId === you?.id} />
          ))}
        </ol>
      </div>
      <Writing />
    </div>
  );
}

function Message({ message, isYours }: { message: ChatMessage; isYours: boolean }) {
  const time = timeIn(new Date(message.sentAt), ownZone(), navigator.languages);
  return (
    <li className={styles.message} data-yours={isYours || undefined}>
      <span className={styles.from}>
        <strong>{isYours ? text.you : message.name}</strong> <time dateTime={message.sentAt}>{time}</time>
      </span>
      <span className={styles.words}>{message.text}</span>
    </li>
  );
}

/** Longest message, in characters. */
const longest = 2_000;

function Writing() {
  const { room } = useRoomTools();
  const { link } = useRoomView().room;
  const [words, setWords] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  // One has opened the chat to write: that is where one is.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    const message = words.trim();
    if (message === "" || link !== "up") return;
    room.send({ type: "chat", text: message });
    setWords("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form className={styles.writing} onSubmit={send}>
      <textarea
        ref={field}
        aria-label={text.write}
        placeholder={text.write}
        rows={2}
        maxLength={longest}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <IconButton type="submit" icon="send" state="on" label={text.send} />
    </form>
  );
}
