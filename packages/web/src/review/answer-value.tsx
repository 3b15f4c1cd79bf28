import { Icon } from "#design/icon.tsx";
import styles from "./detail.module.css";
import type { Answered } from "./queue.ts";
import { text } from "./text.ts";

/** An answer as people read it. */
export function AnswerValue({ answered: { type, value, currency } }: { answered: Answered }) {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0))
    return <span className={styles.quiet}>{text.noAnswer}</span>;
  if (Array.isArray(value)) {
    return (
      <ul className={styles.choices}>
        {value.map((choice) => (
          <li key={String(choice)}>{String(choice)}</li>
        ))}
      </ul>
    );
  }
  if (isFile(value)) {
    return (
      <a href={`/api/v1/screening_files/${value.id}`} className={styles.file}>
        <Icon name="download" />
        {text.size(value.name, sizeOf(value.size))}
      </a>
    );
  }
  if (typeof value === "boolean") return value ? text.yes : text.no;
  if (typeof value === "number") return numberOf(value, type === "money" ? currency : undefined);
  if (type === "email") return <a href={`mailto:${value}`}>{String(value)}</a>;
  if (type === "date") return <time dateTime={String(value)}>{dayOf(String(value))}</time>;
  return <span className={styles.prose}>{String(value)}</span>;
}

interface FileAnswer {
  id: string;
  name: string;
  /** In bytes. */
  size: number;
}

const isFile = (value: unknown): value is FileAnswer =>
  typeof value === "object" && value !== null && "id" in value && "name" in value && "size" in value;

const numberOf = (value: number, currency: string | undefined): string =>
  new Intl.NumberFormat(
    "en",
    currency ? { style: "currency", currency } : { maximumFractionDigits: 20 },
  ).format(value);

/** A day of the calendar, wherever its reader is. */
const dayOf = (day: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

function sizeOf(bytes: number): string {
  const [unit, divisor] = bytes < 1_000_000 ? ["kilobyte", 1_000] : ["megabyte", 1_000_000];
  return new Intl.NumberFormat("en", {
    style: "unit",
    unit: unit as string,
    maximumFractionDigits: 1,
  }).format(bytes / Number(divisor));
}
