import type { ReactNode, Ref } from "react";
import styles from "./empty-state.module.css";
import { Icon, type IconName } from "./icon.tsx";

interface EmptyStateProps {
  icon: IconName;
  title: string;
  /** Why it is so, and what can be done. */
  children?: ReactNode;
  /** The heading's level: 1 where it is all that the page says. */
  level?: 1 | 2;
  /** Of the heading, where it is to have the focus. */
  headingRef?: Ref<HTMLHeadingElement>;
}

/** Nothing is there, or nothing can be: said plainly, with the way on. */
export function EmptyState({ icon, title, children, level = 2, headingRef }: EmptyStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className={styles.state}>
      <span className={styles.mark}>
        <Icon name={icon} />
      </span>
      <Heading ref={headingRef} tabIndex={headingRef ? -1 : undefined}>
        {title}
      </Heading>
      {children}
    </div>
  );
}
