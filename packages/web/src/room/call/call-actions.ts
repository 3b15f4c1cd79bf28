import { announce } from "#design/announcer.tsx";
import { useMedia, useRoomTools, useRoomView } from "../use-room.ts";
import { text } from "./text.ts";

/** What one can do in the call by a button or by a key. */
export interface CallActions {
  toggleMicrophone(): void;
  toggleCamera(): void;
  toggleHand(): void;
  toggleScreen(): void;
  react(emoji: string): void;
  record(on: boolean): void;
  leave(): void;
  end(): void;
  begin(): void;
}

export function useCallActions(): CallActions {
  const { room } = useRoomTools();
  const { you } = useRoomView().room;
  const media = useMedia();
  const maySpeak = you?.speaks ?? false;
  return {
    toggleMicrophone: () => maySpeak && flip(media.microphone),
    toggleCamera: () => maySpeak && flip(media.camera),
    toggleHand: () => room.send({ type: "hand", raised: !you?.hand }),
    toggleScreen() {
      if (media.screen) return media.stopScreen();
      void media.shareScreen().then((isShared) => isShared || announce(text.screen.failed));
    },
    react: (emoji) => room.send({ type: "reaction", emoji }),
    record: (on) => room.send({ type: "record", on }),
    leave: () => room.leave(),
    end: () => room.send({ type: "end" }),
    begin: () => room.send({ type: "begin" }),
  };
}

function flip(capture: ReturnType<typeof useMedia>["camera"]): void {
  if (capture.state.isOn) capture.switchOff();
  else void capture.switchOn();
}
