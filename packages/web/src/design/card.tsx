import type { ReactNode } from "react";
import styles from "./card.module.css";

interface CardProps {
  /** As wide as a form, in the middle of the page. */
  isForm?: boolean;
  children: ReactNode;
}

/** What belongs together. */
export function Card({ isForm = false, children }: CardProps) {
  return (
    <section className={styles.card} data-form={isForm || undefined}>
      {children}
    </section>
  );
}
