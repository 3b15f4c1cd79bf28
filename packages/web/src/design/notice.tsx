import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import styles from "./notice.module.css";

interface NoticeProps {
  tone?: "info" | "good" | "warn" | "bad";
  title?: string;
  /** It came while the page was open, and is said at once by a screen reader. */
  isNews?: boolean;
  children?: ReactNode;
}

const icons = { info: "info", good: "check", warn: "warning", bad: "warning" } as const;

/** Something to know, in the flow of the page. */
export function Notice({ tone = "info", title, isNews = false, children }: NoticeProps) {
  const role = isNews ? (tone === "bad" ? "alert" : "status") : undefined;
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <Icon name={icons[tone]} />
      <div className={styles.text}>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
