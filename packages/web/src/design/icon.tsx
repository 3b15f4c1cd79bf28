import styles from "./icon.module.css";

/** Drawn on 24 × 24 with a line of 1.75; what `off` strikes through is the same drawing with a bar. */
const drawings = {
  microphone:
    "M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21M8.5 21h7",
  "microphone-off":
    "M9 9v2a3 3 0 0 0 4.6 2.5M15 10.5V6a3 3 0 0 0-5.7-1.3M5.5 11a6.5 6.5 0 0 0 10.2 5.3M18.5 11c0 1.1-.3 2.2-.8 3.1M12 17.5V21M8.5 21h7M4 3l16 18",
  camera:
    "M4.5 6.5h9a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM15.5 10.5l6-3.5v10l-6-3.5",
  "camera-off":
    "M8.5 6.5h5a2 2 0 0 1 2 2v4.5M15.5 15.8a2 2 0 0 1-2 1.7h-9a2 2 0 0 1-2-2v-7a2 2 0 0 1 1.7-2M15.5 10.5l6-3.5v10l-3.3-1.9M4 3l16 18",
  screen:
    "M3.5 4.5h17a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-17a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM8 20.5h8M12 14.5v-6M9.25 10.75L12 8l2.75 2.75",
  "screen-off":
    "M3.5 4.5h17a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-17a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM8 20.5h8M9.5 8.5l5 5M14.5 8.5l-5 5",
  leave:
    "M12 9.5c-3.3 0-6.3.9-8.7 2.4-.7.4-1 1.2-.8 2l.5 1.7c.2.7.9 1.2 1.7 1l2.7-.6c.7-.1 1.2-.7 1.3-1.4l.2-1.5c2-.6 4.2-.6 6.2 0l.2 1.5c.1.7.6 1.3 1.3 1.4l2.7.6c.8.2 1.5-.3 1.7-1l.5-1.7c.2-.8-.1-1.6-.8-2-2.4-1.5-5.4-2.4-8.7-2.4z",
  people:
    "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M15.5 4.9a3.5 3.5 0 0 1 0 6.2M17.5 14.2A6.5 6.5 0 0 1 21.5 20",
  person: "M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5zM4.5 20.5a7.5 7.5 0 0 1 15 0",
  chat: "M5 4.5h14a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-7.5L7 20.5V17H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2zM7.5 9h9M7.5 12.5h6",
  hand: "M8 12V6a1.5 1.5 0 0 1 3 0v5M11 10.5V4.5a1.5 1.5 0 0 1 3 0V11M14 11V6a1.5 1.5 0 0 1 3 0v8.5c0 4-2.5 6.5-6 6.5-2.5 0-4.3-1.1-5.5-3.2L3.7 14.6a1.45 1.45 0 0 1 2.3-1.7L8 15",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14a4.2 4.2 0 0 0 7 0M9 9.5v.5M15 9.5v.5",
  record: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  grid: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  speaker: "M3.5 4h17v11h-17zM3.5 18h4.5v2.5H3.5zM9.75 18h4.5v2.5h-4.5zM16 18h4.5v2.5H16z",
  sound: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11",
  more: "M5.5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM18.5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z",
  settings:
    "M4 7h8M17 7h3M4 17h3M12 17h8M14.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9.5 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  send: "M4.5 5l16 7-16 7 2.5-7zM7 12h6",
  close: "M6 6l12 12M18 6L6 18",
  check: "M4.5 12.5l5 5 10-11",
  chevron: "M6 9.5l6 6 6-6",
  external:
    "M14 4.5h5.5V10M19.5 4.5L11 13M17.5 13.5V18a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V8A1.5 1.5 0 0 1 6 6.5h4.5",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.75v.01",
  warning: "M12 4L2.5 20h19zM12 10v5M12 17.5v.01",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2",
  calendar:
    "M4.5 5.5h15a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM3.5 10h17M8 3v4M16 3v4",
  remove: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12h8",
} as const;

export type IconName = keyof typeof drawings;

/** A drawing beside a word, or in a button that has its name elsewhere: it says nothing by itself. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
