import { Button } from "#design/button.tsx";
import { Icon } from "#design/icon.tsx";
import type { Participant } from "../client/messages.ts";
import { hasMedia } from "../client/state.ts";
import { useMedia, useRoomView } from "../use-room.ts";
import { tileSize } from "./grid-size.ts";
import styles from "./stage.module.css";
import { text } from "./text.ts";
import { Picture, Tile } from "./tile.tsx";
import { useSize } from "./use-size.ts";
import { useSpeaking } from "./use-speaking.ts";

/** Who is to be seen: a screen that is shared large, and everybody who may speak. */
export function Stage() {
  const { room, tracks } = useRoomView();
  const media = useMedia();
  // What is recorded is for those alone who agreed.
  if (!room.you || !hasMedia(room)) return <div className={styles.stage} />;
  const sharing = room.others.findLast(({ id, screen }) => screen && tracks.get(id)?.has("screen"));
  const screen = sharing && tracks.get(sharing.id)?.get("screen");
  return (
    <div className={styles.stage} data-shared={screen ? true : undefined}>
      {media.screen && (
        <div className={styles.sharing}>
          <Icon name="screen" />
          <p>{text.youShare}</p>
          <Button onPress={() => media.stopScreen()}>{text.stopSharing}</Button>
        </div>
      )}
      {sharing && screen && (
        <div className={styles.screen}>
          <Picture track={screen} isWhole label={text.sharesScreen(sharing.name)} />
          <p className={styles.whose}>{text.sharesScreen(sharing.name)}</p>
        </div>
      )}
      <Tiles isStrip={Boolean(screen)} />
    </div>
  );
}

function Tiles({ isStrip }: { isStrip: boolean }) {
  const { room, tracks } = useRoomView();
  const media = useMedia();
  const speaking = useSpeaking();
  const { ref, width, height } = useSize<HTMLUListElement>();
  const { you } = room;
  const people = [...room.others, ...(you ? [{ ...you, ...media.switchedOn }] : [])].filter(
    ({ speaks }) => speaks,
  );
  const size = tileSize(people.length, width, height);
  const trackOf = ({ id }: Participant) =>
    id === you?.id ? media.camera.track : (tracks.get(id)?.get("camera") ?? null);
  return (
    <ul ref={ref} className={styles.tiles} data-strip={isStrip || undefined} aria-label={text.people}>
      {people.length === 0 && <li className={styles.nobody}>{text.nobody}</li>}
      {people.map((participant) => (
        <Tile
          key={participant.id}
          participant={participant}
          isYou={participant.id === you?.id}
          track={trackOf(participant)}
          isSpeaking={participant.microphone && speaking.has(participant.id)}
          {...(isStrip ? {} : { style: size })}
        />
      ))}
    </ul>
  );
}
