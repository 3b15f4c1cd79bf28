import { type CSSProperties, useEffect, useRef } from "react";
import { Avatar } from "#design/avatar.tsx";
import { Hidden } from "#design/hidden.tsx";
import { Icon } from "#design/icon.tsx";
import type { Participant } from "../client/messages.ts";
import { text } from "./text.ts";
import styles from "./tile.module.css";

interface TileProps {
  participant: Participant;
  isYou: boolean;
  track: MediaStreamTrack | null;
  isSpeaking: boolean;
  style?: CSSProperties;
}

/** One person: their picture or their initials, their name, and what is off. */
export function Tile({ participant, isYou, track, isSpeaking, style }: TileProps) {
  const { name, camera, microphone, hand, away } = participant;
  return (
    <li
      className={styles.tile}
      style={style}
      data-speaking={isSpeaking || undefined}
      data-away={away || undefined}
      data-person={participant.id}
    >
      <span className={styles.avatar}>
        <Avatar name={name} size="large" />
      </span>
      {camera && track && <Picture track={track} isMirrored={isYou} />}
      <div className={styles.caption}>
        {!microphone && (
          <span className={styles.off}>
            <Icon name="microphone-off" />
          </span>
        )}
        <span className={styles.name}>{isYou ? text.you(name) : name}</span>
        <Hidden>{describe(participant)}</Hidden>
      </div>
      {hand && (
        <span className={styles.hand}>
          <Icon name="hand" />
        </span>
      )}
      {away && <p className={styles.away}>{text.away}</p>}
    </li>
  );
}

/** What is drawn, in words. */
function describe({ camera, microphone, hand }: Participant): string {
  const marks = [!microphone && text.microphoneOff, !camera && text.cameraOff, hand && text.handRaised];
  return marks
    .filter(Boolean)
    .map((mark) => `, ${mark}`)
    .join("");
}

interface PictureProps {
  track: MediaStreamTrack;
  isMirrored?: boolean;
  /** Shows all of it, with bars at the sides: nothing of a screen may be cut off. */
  isWhole?: boolean;
  label?: string;
}

/** A moving picture without sound: sounds are played apart from the tiles, which come and go. */
export function Picture({ track, isMirrored = false, isWhole = false, label }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    element.play().catch(() => {});
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      className={styles.picture}
      data-mirrored={isMirrored || undefined}
      data-whole={isWhole || undefined}
      {...(label === undefined ? { "aria-hidden": true } : { "aria-label": label })}
    />
  );
}
