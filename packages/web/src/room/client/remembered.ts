/** What this browser remembers from one call to the next. */
interface Remembered {
  devices: { camera: string | null; microphone: string | null; speaker: string | null };
  /** The name under which a guest was last here. */
  name: string;
  /** Whether single keys do something in a call. */
  shortcuts: boolean;
}

const key = (name: keyof Remembered): string => `convene.room.${name}`;

/** Null when nothing is remembered, or the browser keeps nothing (private windows, blocked storage). */
export function recall<Name extends keyof Remembered>(name: Name): Remembered[Name] | null {
  try {
    return JSON.parse(localStorage.getItem(key(name)) ?? "null") as Remembered[Name] | null;
  } catch {
    return null;
  }
}

export function remember<Name extends keyof Remembered>(name: Name, value: Remembered[Name]): void {
  try {
    localStorage.setItem(key(name), JSON.stringify(value));
  } catch {
    // Nothing depends on it.
  }
}
