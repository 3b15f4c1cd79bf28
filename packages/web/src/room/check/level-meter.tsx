import { useEffect, useRef } from "react";
import { Hidden } from "#design/hidden.tsx";
import { useRoomTools } from "../use-room.ts";
import styles from "./check.module.css";
import { text } from "./text.ts";

/** How loud one is. Its bar is moved past React: it changes many times a second. */
export function LevelMeter({ track }: { track: MediaStreamTrack | null }) {
  const { levels } = useRoomTools();
  const meter = useRef<HTMLMeterElement>(null);
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!track) return;
    const { read, stop } = levels.watch(track);
    let frame = 0;
    let shown = 0;
    const draw = () => {
      const level = read();
      // Falls slower than it rises, or it would flicker.
      shown = Math.max(level, shown - 0.02);
      if (bar.current) bar.current.style.transform = `scaleX(${shown.toFixed(3)})`;
      if (meter.current) meter.current.value = Math.round(shown * 10) * 10;
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [track, levels]);
  if (!track) return <p className={styles.hint}>{text.nothingHeard}</p>;
  return (
    <div className={styles.level}>
      <div className={styles.meter} aria-hidden="true">
        <span ref={bar} />
      </div>
      <Hidden>
        <meter ref={meter} aria-label={text.level} min={0} max={100} />
      </Hidden>
      <p className={styles.hint}>{text.levelHint}</p>
    </div>
  );
}
