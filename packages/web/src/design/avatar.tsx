import styles from "./avatar.module.css";

interface AvatarProps {
  name: string;
  size?: "small" | "medium" | "large";
}

/** Somebody without a picture: their initials on a shade of their own. The name stands beside it. */
export function Avatar({ name, size = "medium" }: AvatarProps) {
  return (
    <span className={styles.avatar} data-size={size} data-shade={shadeOf(name)} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** The first letters of the first and the last word. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("") || "?";
}

/** Always the same for one name. */
function shadeOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return sum % 6;
}
