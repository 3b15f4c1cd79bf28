import { useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { NeedsRole } from "#console/needs-role.tsx";
import { ConsolePage } from "#console/page.tsx";
import { Trouble } from "#console/trouble.tsx";
import { useCounts } from "#console/waiting.ts";
import { IconButton } from "#design/icon-button.tsx";
import { LinkButton } from "#design/link-button.tsx";
import { Spinner } from "#design/spinner.tsx";
import { useIsNarrow } from "#design/use-narrow.ts";
import { text as frameText } from "../text.ts";
import { Detail } from "./detail.tsx";
import { Filters } from "./filters.tsx";
import { useGo } from "./go.ts";
import { useKeysSetting } from "./keys.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { useNotes } from "./notes.ts";
import { NothingHere } from "./nothing-here.tsx";
import { useQueue } from "./queue.ts";
import { QueueList } from "./queue-list.tsx";
import styles from "./review.module.css";
import { exportPath, filterOf } from "./search.ts";
import { text } from "./text.ts";
import { useUpdates } from "./updates.ts";

/** `/review` and `/review/:id`: what waits for a decision, and what became of the rest. */
export function ReviewPage() {
  return (
    <NeedsRole least="Coach">
      <Review />
    </NeedsRole>
  );
}

function Review() {
  const search = useSearch({ from: "/console/review" });
  const { id } = useParams({ strict: false });
  const filter = filterOf(search);
  const [keysAreOn, setKeysAreOn] = useKeysSetting();
  const [isHelping, setIsHelping] = useState(false);
  const [notes, keepNotes] = useNotes();
  const isNarrow = useIsNarrow();
  const counts = useCounts();
  const queue = useQueue(filter);
  const go = useGo();
  useUpdates();

  // Where nothing is chosen, the first in the list is; on a phone one chooses from the list.
  const first = queue.isPlaceholderData ? undefined : queue.items[0]?.id;
  const isChoosing = !isNarrow && id === undefined && first !== undefined;
  useEffect(() => {
    if (isChoosing) go(first, { isReplacing: true });
  }, [isChoosing, first, go]);

  const isListShown = !isNarrow || id === undefined;
  const isEmpty = queue.isSuccess && queue.items.length === 0;
  const actions = (
    <>
      {!isNarrow && <IconButton icon="keyboard" label={text.keys.open} onPress={() => setIsHelping(true)} />}
      {isListShown && (
        <LinkButton href={exportPath(filter)} icon="download">
          {text.exportFile}
        </LinkButton>
      )}
    </>
  );
  return (
    <ConsolePage title={text.title} isWide actions={actions}>
      <div className={styles.panes}>
        {isListShown && (
          <div className={styles.side}>
            <Filters
              filter={filter}
              counts={counts.data}
              onChange={(next) => go(undefined, { search: next })}
            />
            {queue.isPending && <Spinner label={frameText.loading} />}
            {queue.isError && <Trouble fault={queue.error} onAgain={() => void queue.refetch()} />}
            {queue.items.length > 0 && <QueueList queue={queue} search={search} chosenId={id} />}
          </div>
        )}
        {id === undefined && isEmpty && <NothingHere filter={filter} counts={counts.data} />}
        {id !== undefined && (
          <Detail
            id={id}
            queue={queue}
            draft={notes[id] ?? ""}
            onDraft={(text) => keepNotes(id, text)}
            keys={{ areOn: keysAreOn && !isHelping, onHelp: () => setIsHelping(true) }}
            onGo={go}
          />
        )}
      </div>
      <KeysDialog
        isOpen={isHelping}
        onClose={() => setIsHelping(false)}
        areOn={keysAreOn}
        onChange={setKeysAreOn}
      />
    </ConsolePage>
  );
}
