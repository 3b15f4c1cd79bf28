import { answerOf } from "@convene/sdk";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Badge } from "#design/badge.tsx";
import { Card } from "#design/card.tsx";
import { Icon } from "#design/icon.tsx";
import { Spinner } from "#design/spinner.tsx";
import { api } from "../api.ts";
import { text as frameText } from "../text.ts";
import { type Coming, inOrder, ofLive, ofMentorship } from "./coming.ts";
import styles from "./home.module.css";
import { useMember } from "./member.ts";
import { comingMoment, fromNow } from "./moments.ts";
import { text as all } from "./text.ts";
import { Trouble } from "./trouble.tsx";

const text = all.home;
const hours = 60 * 60 * 1000;
/** How many are shown. */
const most = 6;

/** One's next mentorship calls and live sessions, each with the way into its room. */
export function NextSessions() {
  const { person } = useMember();
  const coming = useQuery({
    queryKey: ["coming", person.id],
    queryFn: () => askComing(person.id),
    refetchInterval: 60_000,
  });
  return (
    <Card>
      <h2>{text.sessions}</h2>
      {coming.isPending && <Spinner label={frameText.loading} />}
      {coming.isError && <Trouble fault={coming.error} onAgain={() => void coming.refetch()} />}
      {coming.data?.length === 0 && (
        <div className={styles.calm}>
          <Icon name="calendar" />
          <div>
            <p>{text.noSessions}</p>
            <p className={styles.quiet}>{text.noSessionsDetail}</p>
          </div>
        </div>
      )}
      {coming.data && coming.data.length > 0 && (
        <ul className={styles.sessions}>
          {coming.data.slice(0, most).map((session) => (
            <Row key={session.id} session={session} />
          ))}
        </ul>
      )}
      {coming.data && coming.data.length > most && <p className={styles.quiet}>{text.more}</p>}
    </Card>
  );
}

function Row({ session }: { session: Coming }) {
  return (
    <li className={styles.session}>
      <div className={styles.what}>
        <Link to="/sessions/$id" params={{ id: session.id }}>
          {session.title}
        </Link>
        <p className={styles.quiet}>
          <time dateTime={session.startsAt}>{comingMoment(session.startsAt)}</time> (
          {fromNow(session.startsAt)})
        </p>
      </div>
      {session.note && <Badge tone={session.isNow ? "act" : "plain"}>{session.note}</Badge>}
    </li>
  );
}

/** Of live sessions, those that one hosts or has a seat in: the list has everybody's. */
async function askComing(personId: string): Promise<Coming[]> {
  // One that began within the last hours may still go on.
  const from = new Date(Date.now() - 2 * hours).toISOString();
  const [scheduled, confirmed, live, now] = await Promise.all([
    answerOf(api.GET("/api/sessions", { params: { query: { from, status: "scheduled", limit: 50 } } })),
    answerOf(api.GET("/api/sessions", { params: { query: { from, status: "confirmed", limit: 50 } } })),
    answerOf(api.GET("/v1/sessions", { params: { query: { upcoming: true, limit: 50 } } })),
    answerOf(api.GET("/v1/sessions", { params: { query: { status: "live", limit: 50 } } })),
  ]);
  return inOrder([
    ...[...scheduled.data, ...confirmed.data].flatMap((session) => ofMentorship(session, personId)),
    ...[...now.data, ...live.data].flatMap((session) => ofLive(session, personId)),
  ]);
}
