import { useRef } from "react";
import { Avatar } from "#design/avatar.tsx";
import { Button } from "#design/button.tsx";
import { IconButton } from "#design/icon-button.tsx";
import type { WaitingPerson } from "../client/messages.ts";
import { useRoomTools, useRoomView } from "../use-room.ts";
import styles from "./people.module.css";
import { people as text } from "./text.ts";

/** For hosts: who is in the lobby, to be let in or turned away. */
export function WaitingPeople() {
  const { room } = useRoomTools();
  const { waiting } = useRoomView().room;
  const list = useRef<HTMLUListElement>(null);
  // The buttons go with the person: the focus stays in the list.
  const decide = (type: "admit" | "refuse", people: readonly WaitingPerson[]) => {
    for (const { id } of people) room.send({ type, participantId: id });
    list.current?.focus();
  };
  const forHost = waiting.filter(({ awaits }) => awaits === "host");
  return (
    <>
      <ul className={styles.people} ref={list} tabIndex={-1}>
        {waiting.map((person) => (
          <li key={person.id} className={styles.person}>
            <Avatar name={person.name} size="small" />
            <span className={styles.who}>
              {person.name}
              <span className={styles.role}>{awaitsText[person.awaits]}</span>
            </span>
            <IconButton
              icon="close"
              label={text.refuse(person.name)}
              onPress={() => decide("refuse", [person])}
            />
            <IconButton
              icon="check"
              state="on"
              label={text.admit(person.name)}
              onPress={() => decide("admit", [person])}
            />
          </li>
        ))}
      </ul>
      {forHost.length > 1 && (
        <Button isWide onPress={() => decide("admit", forHost)}>
          {text.admitAll}
        </Button>
      )}
    </>
  );
}

const awaitsText: Record<WaitingPerson["awaits"], string> = {
  host: text.waitsForHost,
  turn: text.waitsForTurn,
  beginning: text.waitsForBeginning,
};
