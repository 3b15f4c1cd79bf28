import { answerOf } from "@convene/sdk";
import { useQuery } from "@tanstack/react-query";
import { Card } from "#design/card.tsx";
import { Icon } from "#design/icon.tsx";
import { Spinner } from "#design/spinner.tsx";
import { api } from "../api.ts";
import { text as frameText } from "../text.ts";
import { GoButton } from "./go-button.tsx";
import styles from "./home.module.css";
import { useMember } from "./member.ts";
import { fromNow } from "./moments.ts";
import { text as all } from "./text.ts";
import { Trouble } from "./trouble.tsx";
import { useCounts } from "./waiting.ts";

const text = all.home;
const days = 24 * 60 * 60 * 1000;

/** What waits for a decision: how many, since when, and how soon it is too late. */
export function WaitingReviews() {
  const counts = useCounts();
  const waiting = counts.data?.total.waiting ?? 0;
  return (
    <Card>
      <h2>{text.reviews}</h2>
      {counts.isPending && <Spinner label={frameText.loading} />}
      {counts.isError && <Trouble fault={counts.error} onAgain={() => void counts.refetch()} />}
      {counts.data && counts.data.data.length === 0 && <NoTemplate />}
      {counts.data && counts.data.data.length > 0 && waiting === 0 && (
        <div className={styles.calm}>
          <Icon name="check" />
          <div>
            <p>{text.noReviews}</p>
            <p className={styles.quiet}>{text.noReviewsDetail}</p>
          </div>
        </div>
      )}
      {waiting > 0 && <Waiting count={waiting} />}
    </Card>
  );
}

function Waiting({ count }: { count: number }) {
  const queue = useQuery({
    queryKey: ["waiting", "oldest"],
    queryFn: () => answerOf(api.GET("/api/v1/screening_queue", { params: { query: { limit: 20 } } })),
  });
  const oldest = queue.data?.data[0];
  // The oldest come first, and are the first to expire.
  const expiring =
    queue.data?.data.filter(({ expiresAt }) => Date.parse(expiresAt) < Date.now() + 3 * days) ?? [];
  const isMore = queue.data?.meta.next_cursor !== null && expiring.length === queue.data?.data.length;
  return (
    <div className={styles.waiting}>
      <div>
        <p className={styles.number}>{text.reviewCount(count)}</p>
        {oldest && (
          <p className={styles.quiet}>{text.oldest(fromNow(oldest.waitingSince ?? oldest.createdAt))}</p>
        )}
        {expiring.length > 0 && (
          <p className={styles.warning}>
            <Icon name="warning" />
            {text.expiring(expiring.length, isMore)}
          </p>
        )}
      </div>
      <GoButton to="/review" look="primary">
        {text.review}
      </GoButton>
    </div>
  );
}

/** Before anything can wait, there is a questionnaire. */
function NoTemplate() {
  const { may } = useMember();
  return (
    <div className={styles.calm}>
      <Icon name="form" />
      <div>
        <p>{text.first}</p>
        <p className={styles.quiet}>{text.firstDetail}</p>
        {may("Manager") && (
          <p>
            <GoButton to="/templates">{text.firstAction}</GoButton>
          </p>
        )}
      </div>
    </div>
  );
}
