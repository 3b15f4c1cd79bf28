/** @jsxImportSource preact */

/** Drawn on 24 × 24 with a line of 1.75, as those of the other pages. */
const drawings = {
  send: "M12 19V5M5.5 11.5L12 5l6.5 6.5",
  check: "M4.5 12.5l5 5 10-11",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2",
  device:
    "M4 5h11a1 1 0 0 1 1 1v1.5M4 5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h7M7 19.5h4M14.5 10.5h5a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-5a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM16.5 18h1",
  down: "M12 5v14M5.5 12.5L12 19l6.5-6.5",
  file: "M13.5 3.5H7a1 1 0 0 0-1 1v15a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V8zM13.5 3.5V8H18M12 17.5v-6M9.5 13.5l2.5-2.5 2.5 2.5",
  offline:
    "M4 4l16 16M8.2 8.6A10.5 10.5 0 0 0 4.5 11M12 7.5c2.9 0 5.5 1.3 7.5 3.5M7.5 14.3a6 6 0 0 1 4-1.8M12 18.5v.01",
  warning: "M12 4L2.5 20h19zM12 10v5M12 17.5v.01",
} as const;

export type IconName = keyof typeof drawings;

/** A drawing beside words: it says nothing by itself. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
