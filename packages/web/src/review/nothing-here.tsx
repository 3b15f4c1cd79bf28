import { GoButton } from "#console/go-button.tsx";
import { useMember } from "#console/member.ts";
import { announce } from "#design/announcer.tsx";
import { EmptyState } from "#design/empty-state.tsx";
import { IconButton } from "#design/icon-button.tsx";
import styles from "./nothing-here.module.css";
import type { Counts, Filter } from "./queue.ts";
import { text as all } from "./text.ts";

const text = all.empty;

/** Most links that are shown. */
const most = 5;

/** No session is in this view: why, and how one comes to be. */
export function NothingHere({ filter, counts }: { filter: Filter; counts: Counts | undefined }) {
  if (!counts) return null;
  if (counts.data.length === 0)
    return <Beginning title={text.first} detail={text.firstDetail} action={text.firstAction} />;
  const isFiltered = filter.state !== "waiting" || filter.workflowTemplateId !== undefined;
  if (isFiltered) {
    return (
      <EmptyState icon="inbox" title={text.others}>
        <p>{text.othersDetail}</p>
      </EmptyState>
    );
  }
  const published = counts.data.filter(({ status }) => status === "published");
  if (published.length === 0) {
    const { unpublished, unpublishedDetail, unpublishedAction } = text;
    return <Beginning title={unpublished} detail={unpublishedDetail} action={unpublishedAction} />;
  }
  return (
    <EmptyState icon="check" title={text.waiting}>
      <p>{text.waitingDetail}</p>
      <p>{text.share}</p>
      <ul className={styles.links}>
        {published.slice(0, most).map(({ workflowTemplateId, name, slug }) => (
          <PublicLink key={workflowTemplateId} name={name} slug={slug} />
        ))}
      </ul>
    </EmptyState>
  );
}

/** What somebody may do who may write questionnaires; others are told whom to ask. */
function Beginning({ title, detail, action }: { title: string; detail: string; action: string }) {
  const { may } = useMember();
  return (
    <EmptyState icon="form" title={title}>
      <p>{detail}</p>
      {may("Manager") ? (
        <GoButton to="/templates" look="primary">
          {action}
        </GoButton>
      ) : (
        <p>{text.askManager}</p>
      )}
    </EmptyState>
  );
}

function PublicLink({ name, slug }: { name: string; slug: string }) {
  const address = `${location.origin}/c/${encodeURIComponent(slug)}`;
  const copy = () =>
    // Browsers have it where the page came over https, or from this machine.
    Promise.resolve(navigator.clipboard?.writeText(address) ?? Promise.reject()).then(
      () => announce(text.copied),
      () => announce(text.copyFailed, { tone: "bad" }),
    );
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <a href={address} target="_blank" rel="noopener noreferrer">
          {address}
        </a>
      </div>
      <IconButton icon="copy" label={text.copy(name)} onPress={() => void copy()} />
    </li>
  );
}
