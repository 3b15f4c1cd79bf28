import styles from "./spinner.module.css";

interface SpinnerProps {
  /** What is being waited for; null where the text beside it says so. */
  label: string | null;
  isLarge?: boolean;
}

/** Something takes its time. */
export function Spinner({ label, isLarge = false }: SpinnerProps) {
  const ring = <span className={styles.ring} data-large={isLarge || undefined} aria-hidden="true" />;
  if (label === null) return ring;
  return (
    <span className={styles.labelled} role="status">
      {ring}
      <span>{label}</span>
    </span>
  );
}
