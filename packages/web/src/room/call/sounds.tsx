import { useEffect, useRef, useState } from "react";
import { Button } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";
import { useMedia, useRoomTools, useRoomView } from "../use-room.ts";
import { notices } from "./text.ts";

/** Plays everybody's voice and what their screens sound like; asks for a click where the browser wants one. */
export function Sounds() {
  const { tracks } = useRoomView();
  const { levels } = useRoomTools();
  const { speakerId } = useMedia();
  const [isBlocked, setBlocked] = useState(false);
  /** Rises when the person lets the sound through, and has all of it played again. */
  const [permitted, setPermitted] = useState(0);
  const sounds = [...tracks].flatMap(([id, theirs]) =>
    (["microphone", "screen_audio"] as const).flatMap((source) => {
      const track = theirs.get(source);
      return track ? [{ key: `${id} ${source}`, track }] : [];
    }),
  );
  const allow = () => {
    levels.wake();
    setBlocked(false);
    setPermitted((count) => count + 1);
  };
  return (
    <>
      {sounds.map(({ key, track }) => (
        <Sound
          key={key}
          track={track}
          speakerId={speakerId}
          permitted={permitted}
          onBlocked={() => setBlocked(true)}
        />
      ))}
      {isBlocked && (
        <Notice tone="warn" isNews>
          <p>{notices.quiet}</p>
          <Button look="primary" icon="sound" onPress={allow}>
            {notices.hear}
          </Button>
        </Notice>
      )}
    </>
  );
}

interface SoundProps {
  track: MediaStreamTrack;
  speakerId: string | null;
  permitted: number;
  onBlocked: () => void;
}

function Sound({ track, speakerId, permitted, onBlocked }: SoundProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const blocked = useRef(onBlocked);
  blocked.current = onBlocked;
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another track, or a new permission, has to be played.
  useEffect(() => {
    audio.current?.play().catch((fault: unknown) => {
      if ((fault as Error).name === "NotAllowedError") blocked.current();
    });
  }, [track, permitted]);
  useEffect(() => {
    // A loudspeaker that is gone leaves the sound where it was.
    if (speakerId !== null) audio.current?.setSinkId?.(speakerId).catch(() => {});
  }, [speakerId]);
  // biome-ignore lint/a11y/useMediaCaption: it is what people say at this moment; nobody has written it down.
  return <audio ref={audio} autoPlay />;
}
