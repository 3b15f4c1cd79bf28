import type { ReactNode } from "react";
import styles from "./centered-page.module.css";

interface CenteredPageProps {
  children: ReactNode;
}

/** A page with one thing in its middle, which everything in it is about. */
export function CenteredPage({ children }: CenteredPageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.brand}>
        <img src="/favicon.svg" alt="" width="28" height="28" />
        <span>Convene</span>
      </header>
      <main className={styles.middle}>{children}</main>
    </div>
  );
}
