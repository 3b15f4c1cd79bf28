import { useEffect, useState } from "react";
import { Button } from "#design/button.tsx";
import { LinkButton } from "#design/link-button.tsx";
import { ArrivalPage } from "../arrival/arrival.tsx";
import { WaitingPeople } from "../call/waiting-people.tsx";
import type { RoomDetails } from "../entry.ts";
import { useRoomView } from "../use-room.ts";
import { useViewHeading } from "../view-heading.ts";
import styles from "./handover.module.css";
import { type JoinDetails, readJoin, spaced } from "./join-details.ts";
import { text } from "./text.ts";

/** One may come in, and it is at an outside provider: what is needed there, and for hosts who waits here. */
export function Handover({ details }: { details: RoomDetails }) {
  const { room } = useRoomView();
  const join = readJoin(room.join);
  const isHost = details.you.role === "host";
  return (
    <ArrivalPage details={details}>
      <div className={styles.handover}>
        <Where join={join} opensItself={!isHost} />
      </div>
      {isHost && room.waiting.length > 0 && (
        <section className={styles.lobby}>
          <h2>{text.lobby}</h2>
          <WaitingPeople />
        </section>
      )}
    </ArrivalPage>
  );
}

function Where({ join, opensItself }: { join: JoinDetails | null; opensItself: boolean }) {
  const heading = useViewHeading();
  const { title, advice } = wordsOf(join);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p>{advice}</p>
      {join?.provider === "zoom" && <Zoom join={join} opensItself={opensItself} />}
      {join && join.provider !== "zoom" && <Facts facts={join.facts} />}
    </>
  );
}

function wordsOf(join: JoinDetails | null): { title: string; advice: string } {
  if (!join) return text.unknown;
  if (join.provider === "zoom") return text.zoom;
  return { title: text.other.title(text.names[join.provider]), advice: text.other.advice };
}

function Zoom({ join, opensItself }: { join: JoinDetails & { provider: "zoom" }; opensItself: boolean }) {
  const { left, stop } = useOpening(join.joinUrl, opensItself);
  return (
    <>
      <LinkButton href={join.joinUrl} look="primary" icon="external" isWide opensNew>
        {text.zoom.open}
      </LinkButton>
      {left !== null && (
        <div className={styles.soon}>
          <p>{text.zoom.opens(left)}</p>
          <Button look="quiet" onPress={stop}>
            {text.zoom.stay}
          </Button>
        </div>
      )}
      <Facts
        facts={[
          { name: text.zoom.meetingId, value: spaced(join.meetingId) },
          { name: text.zoom.password, value: join.password },
        ]}
      />
    </>
  );
}

/** Seconds until Zoom is opened in this page's place: whoever wants to read the details first can. */
const pause = 5;

/** Seconds that are left; null when it does not open by itself. */
function useOpening(url: string, isWanted: boolean): { left: number | null; stop: () => void } {
  const [left, setLeft] = useState(isWanted ? pause : null);
  useEffect(() => {
    if (left === null) return;
    if (left === 0) return window.location.assign(url);
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left, url]);
  return { left: left === 0 ? null : left, stop: () => setLeft(null) };
}

function Facts({ facts }: { facts: readonly { name: string; value: string }[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value }) => value !== "")
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{name === "token" ? <Token value={value} /> : value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Long, and nobody's business who looks at the screen. */
function Token({ value }: { value: string }) {
  const [isShown, setShown] = useState(false);
  return isShown ? <code>{value}</code> : <Button onPress={() => setShown(true)}>{text.other.token}</Button>;
}
