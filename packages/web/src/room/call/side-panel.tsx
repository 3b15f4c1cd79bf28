import type { ReactNode } from "react";
import { IconButton } from "#design/icon-button.tsx";
import styles from "./call.module.css";
import { text } from "./text.ts";

interface SidePanelProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Beside the stage; on a phone in its place. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  return (
    <aside className={styles.panel} aria-label={title}>
      <header className={styles.panelHead}>
        <h2>{title}</h2>
        <IconButton icon="close" label={text.panel.close} onPress={onClose} />
      </header>
      {children}
    </aside>
  );
}
