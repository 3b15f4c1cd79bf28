import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useDocumentTitle } from "#design/document-title.ts";
import { Icon } from "#design/icon.tsx";
import styles from "./page.module.css";

interface ConsolePageProps {
  /** The heading, and the name in the browser's tab. */
  title: string;
  /** The content says it itself; screen readers still get the heading. */
  isTitleHidden?: boolean;
  /** What the page is for, in a line. */
  lead?: ReactNode;
  /** Where one came from. */
  back?: { to: "/templates" | "/contacts"; name: string };
  /** What can be done here, beside the heading. */
  actions?: ReactNode;
  /** Over the whole width, for what stands side by side. */
  isWide?: boolean;
  children: ReactNode;
}

/** One page in the frame of the console. */
export function ConsolePage(props: ConsolePageProps) {
  const { title, isTitleHidden = false, lead, back, actions, isWide = false, children } = props;
  useDocumentTitle(title);
  const heading = useFocusAfterNavigation();
  return (
    <div className={styles.page} data-wide={isWide || undefined}>
      {back && (
        <Link to={back.to} className={styles.back}>
          <Icon name="back" />
          {back.name}
        </Link>
      )}
      <div className={isTitleHidden ? styles.hidden : styles.head}>
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/** Where the page was that was shown last, in this document; and whether there was another before it. */
let shownAt: string | null = null;
let hasGoneOn = false;

/**
 * Keyboards and screen readers go on at the heading of a page that took another's place; not where it is the first.
 * What is shown while a page loads has a heading of its own, whose focus is lost with it.
 */
function useFocusAfterNavigation() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isElsewhere = shownAt !== null && shownAt !== location.pathname;
    hasGoneOn ||= isElsewhere;
    shownAt = location.pathname;
    const isLost = hasGoneOn && document.activeElement === document.body;
    if (isElsewhere || isLost) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
