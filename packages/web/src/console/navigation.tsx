import { Link } from "@tanstack/react-router";
import { Hidden } from "#design/hidden.tsx";
import { Icon } from "#design/icon.tsx";
import { useMember } from "./member.ts";
import styles from "./navigation.module.css";
import { placesFor } from "./places.ts";
import { text } from "./text.ts";
import { useCounts } from "./waiting.ts";

/** Where one can go: beside the page, and on a phone below it. */
export function Navigation() {
  const { organization } = useMember();
  const waiting = useCounts().data?.total.waiting ?? 0;
  return (
    <nav className={styles.navigation} aria-label={text.navigation}>
      <ul className={styles.places}>
        {placesFor(organization.role).map(({ to, name, shortName = name, icon }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: to === "/" }} className={styles.place}>
              <Icon name={icon} />
              <span className={styles.name}>{name}</span>
              <span className={styles.shortName}>{shortName}</span>
              {to === "/review" && waiting > 0 && (
                <span className={styles.count}>
                  <span aria-hidden="true">{waiting > 99 ? "99+" : waiting}</span>
                  <Hidden>, {text.waiting(waiting)}</Hidden>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
