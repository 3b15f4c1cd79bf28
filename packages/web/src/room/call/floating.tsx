import { useRoomView } from "../use-room.ts";
import styles from "./call.module.css";

/** Reactions of the last seconds; screen readers hear of them otherwise. */
export function Floating() {
  const { reactions, others, you } = useRoomView().room;
  return (
    <div className={styles.floating} aria-hidden="true">
      {reactions.map(({ number, participantId, emoji }) => (
        <p key={number} className={styles.reaction}>
          <span>{emoji}</span>
          {[you, ...others].find((one) => one?.id === participantId)?.name}
        </p>
      ))}
    </div>
  );
}
