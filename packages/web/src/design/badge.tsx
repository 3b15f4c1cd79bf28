import styles from "./badge.module.css";

interface BadgeProps {
  tone?: "plain" | "act" | "good" | "warn" | "bad";
  children: string;
}

/** A word about something, beside it. */
export function Badge({ tone = "plain", children }: BadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
