import { useEffect, useState } from "react";
import { Button } from "#design/button.tsx";
import { Dialog } from "#design/dialog.tsx";
import { Hidden } from "#design/hidden.tsx";
import { useIsNarrow } from "#design/use-narrow.ts";
import { ownZone } from "../arrival/facts.tsx";
import { clock, secondIn } from "../arrival/when.ts";
import type { RoomState } from "../client/state.ts";
import { useRoomTools, useRoomView } from "../use-room.ts";
import styles from "./call.module.css";
import { consent, text } from "./text.ts";

/** Seconds since a moment; counted as long as it is shown. */
export function useElapsed(since: string | null): number {
  const { now } = useRoomTools();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (since === null) return;
    const count = () => setSeconds((now() - Date.parse(since)) / 1_000);
    count();
    const timer = setInterval(count, 1_000);
    return () => clearInterval(timer);
  }, [since, now]);
  return seconds;
}

/** Whether what one says is recorded, always to be seen. */
export function OnAir() {
  const { recording, features } = useRoomView().room;
  const { state, since } = recording;
  const seconds = useElapsed(state === "on" ? since : null);
  // On a phone the title would have no room beside it.
  const Since = useIsNarrow() ? Hidden : "span";
  if (state === "on") {
    return (
      <p className={styles.onAir} data-on>
        <span className={styles.dot} aria-hidden="true" />
        {features.hasRecord ? text.record.onRecord : text.record.recording}
        <span className={styles.time}>{clock(seconds)}</span>
      </p>
    );
  }
  if (!features.hasRecord) return null;
  return (
    <p className={styles.onAir}>
      {text.record.offRecord}
      {since !== null && (
        <Since>{text.record.since(secondIn(new Date(since), ownZone(), navigator.languages))}</Since>
      )}
    </p>
  );
}

/** For hosts: who has not agreed yet, while everybody is asked. */
export function Asking({ onCancel }: { onCancel: () => void }) {
  const { room } = useRoomView();
  if (room.recording.state !== "asking" || room.you?.role !== "host") return null;
  const { missing, declined } = room.recording;
  return (
    <div className={styles.banner} role="status">
      <p>
        {declined.length > 0
          ? text.record.declined(namesOf(room, declined))
          : text.record.asking(namesOf(room, missing))}
      </p>
      <Button onPress={onCancel}>{text.record.cancel}</Button>
    </div>
  );
}

function namesOf({ others }: RoomState, ids: readonly string[]): string {
  const names = others.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return new Intl.ListFormat("en").format(names);
}

/** Asks whether one agrees to be recorded, before anything of what is recorded is seen or heard. */
export function Consent() {
  const { room } = useRoomTools();
  const { recording, mustConsent, place } = useRoomView().room;
  const isOn = recording.state === "on";
  const who = recording.by ?? consent.someHost;
  const decline = isOn ? () => room.leave() : () => room.consent(false);
  return (
    <Dialog
      title={isOn ? consent.titleOn : consent.titleAsking}
      isOpen={place === "inside" && mustConsent && recording.state !== "off"}
      isUrgent
      onClose={() => {}}
      actions={
        <>
          <Button onPress={decline}>{isOn ? consent.leave : consent.decline}</Button>
          <Button look="primary" onPress={() => room.consent(true)}>
            {consent.agree}
          </Button>
        </>
      }
    >
      <p>{isOn ? consent.records(who) : consent.asks(who)}</p>
      <p>{consent.what}</p>
      <p>{isOn ? consent.onRule : consent.askingRule}</p>
    </Dialog>
  );
}
