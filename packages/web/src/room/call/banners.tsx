import { useEffect, useState } from "react";
import { Button } from "#design/button.tsx";
import { Spinner } from "#design/spinner.tsx";
import { DeviceTrouble } from "../check/device-choice.tsx";
import { hasMedia } from "../client/state.ts";
import { useMedia, useRoomTools, useRoomView } from "../use-room.ts";
import styles from "./call.module.css";
import type { CallActions } from "./call-actions.ts";
import { notices, people, text } from "./text.ts";

interface BannersProps {
  actions: CallActions;
  isPeopleOpen: boolean;
  onPeople: () => void;
}

/** What one must know now, above the stage: what does not work, and what waits for a host. */
export function Banners({ actions, isPeopleOpen, onPeople }: BannersProps) {
  const { room } = useRoomView();
  const media = useMedia();
  const { you, features, waiting } = room;
  return (
    <>
      <LineState />
      {you?.speaks && (
        <>
          <DeviceTrouble capture={media.microphone} />
          <DeviceTrouble capture={media.camera} />
        </>
      )}
      {you?.role === "host" && features.mayBegin && (
        <div className={styles.banner}>
          <p>{text.begin.advice}</p>
          <Button look="primary" onPress={actions.begin}>
            {text.begin.label}
          </Button>
        </div>
      )}
      {waiting.length > 0 && !isPeopleOpen && (
        <div className={styles.banner} role="status">
          <p>
            {waiting.length === 1
              ? people.isWaiting(waiting[0]?.name ?? "")
              : people.areWaiting(waiting.length)}
          </p>
          <Button onPress={onPeople}>{people.show}</Button>
          <LetIn />
        </div>
      )}
    </>
  );
}

/** The shortest way for the one person who waits for a host. */
function LetIn() {
  const { room } = useRoomTools();
  const { waiting } = useRoomView().room;
  const [person] = waiting;
  if (!person || waiting.length > 1 || person.awaits !== "host") return null;
  return (
    <Button look="primary" onPress={() => room.send({ type: "admit", participantId: person.id })}>
      {people.admitShort}
    </Button>
  );
}

/** Milliseconds that setting up the media takes before it is worth a word. */
const usual = 2_500;

/** How the line and the media are, when they are not well. */
function LineState() {
  const { room, media, losses } = useRoomView();
  const isStarting = media === "starting" && hasMedia(room);
  const takesLong = useStaysTrue(isStarting, usual);
  const words = wordsFor({ isCut: room.link === "cut", isLost: media === "lost", losses, takesLong });
  return (
    <div role="status" className={styles.line}>
      {words !== null && (
        <div className={styles.banner} data-tone={room.link === "cut" || losses > 1 ? "bad" : undefined}>
          <Spinner label={null} />
          <p>{words}</p>
        </div>
      )}
    </div>
  );
}

interface Line {
  isCut: boolean;
  isLost: boolean;
  losses: number;
  takesLong: boolean;
}

function wordsFor({ isCut, isLost, losses, takesLong }: Line): string | null {
  if (isCut) return notices.cut;
  if (losses > 1) return notices.blocked;
  if (isLost) return notices.lost;
  return takesLong ? notices.starting : null;
}

/** Whether something has been so for so many milliseconds. */
function useStaysTrue(isTrue: boolean, milliseconds: number): boolean {
  const [stays, setStays] = useState(false);
  useEffect(() => {
    if (!isTrue) return;
    const timer = setTimeout(() => setStays(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setStays(false);
    };
  }, [isTrue, milliseconds]);
  return stays;
}
