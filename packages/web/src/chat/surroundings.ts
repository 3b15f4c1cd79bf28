import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Conversation } from "./conversation.ts";
import type { ChatState } from "./session.ts";
import type { Texts } from "./texts/index.ts";

/** What every part of the chat can reach. */
export interface Chat {
  conversation: Conversation;
  texts: Texts;
  language: string;
  files: ChatState["files"];
}

export const ChatContext = createContext<Chat | null>(null);

export function useChat(): Chat {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error("this part stands in a chat alone");
  return chat;
}
