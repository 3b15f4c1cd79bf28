import type { RoomDetails } from "../entry.ts";
import styles from "./arrival.module.css";
import { text } from "./text.ts";
import { differ, spanElsewhere, spanIn } from "./when.ts";

/** The zone of whoever reads this. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the session is, when it is here and where it was planned, and who one is in it. */
export function SessionFacts({ details }: { details: RoomDetails }) {
  const { title, organizationName, timeZone, you } = details;
  const startsAt = new Date(details.startsAt);
  const endsAt = details.endsAt === null ? null : new Date(details.endsAt);
  const here = ownZone();
  const isElsewhere = timeZone !== null && differ(here, timeZone, startsAt);
  return (
    <header className={styles.facts}>
      <p className={styles.organization}>{text.hosts(organizationName)}</p>
      <h1>{title}</h1>
      <p>
        <time dateTime={details.startsAt}>{spanIn(startsAt, endsAt, here, navigator.languages)}</time>
      </p>
      {isElsewhere && (
        <p className={styles.quiet}>
          {text.inZone(
            spanElsewhere(startsAt, endsAt, { here, there: timeZone }, navigator.languages),
            timeZone.replaceAll("_", " "),
          )}
        </p>
      )}
      {you.name !== null && <p className={styles.quiet}>{text.youAre(you.name)}</p>}
    </header>
  );
}
