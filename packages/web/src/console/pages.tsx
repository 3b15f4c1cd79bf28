import { Button } from "#design/button.tsx";
import styles from "./pages.module.css";
import { text } from "./text.ts";

interface PagesProps {
  /** As the API counts them: from 1. */
  page: number;
  totalPages: number;
  onChange: (page: number) => void;
}

/** Leads through a list that has several pages; nothing where there is one. */
export function Pages({ page, totalPages, onChange }: PagesProps) {
  if (totalPages <= 1 && page === 1) return null;
  return (
    <nav className={styles.pages} aria-label={text.pages.label}>
      <Button isDisabled={page <= 1} onPress={() => onChange(page - 1)}>
        {text.pages.previous}
      </Button>
      <span>{text.pages.position(page, Math.max(totalPages, 1))}</span>
      <Button isDisabled={page >= totalPages} onPress={() => onChange(page + 1)}>
        {text.pages.next}
      </Button>
    </nav>
  );
}
