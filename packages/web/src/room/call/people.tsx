import { useState } from "react";
import { Avatar } from "#design/avatar.tsx";
import { Badge } from "#design/badge.tsx";
import { Button } from "#design/button.tsx";
import { Dialog } from "#design/dialog.tsx";
import { Hidden } from "#design/hidden.tsx";
import { Icon } from "#design/icon.tsx";
import { IconButton } from "#design/icon-button.tsx";
import { type Choice, Menu } from "#design/menu.tsx";
import type { Participant } from "../client/messages.ts";
import { useMedia, useRoomTools, useRoomView } from "../use-room.ts";
import styles from "./people.module.css";
import { text as call, people as text } from "./text.ts";
import { WaitingPeople } from "./waiting-people.tsx";

/** Everybody who is here, raised hands first; for hosts also who waits, and what they can do about each. */
export function People() {
  const { room } = useRoomView();
  const media = useMedia();
  const [leaving, setLeaving] = useState<Participant | null>(null);
  const { you, others, waiting } = room;
  if (!you) return null;
  const isHost = you.role === "host";
  const everybody = [{ ...you, ...media.switchedOn }, ...others];
  const ordered = [...everybody.filter(({ hand }) => hand), ...everybody.filter(({ hand }) => !hand)];
  return (
    <div className={styles.panel}>
      {isHost && waiting.length > 0 && (
        <section className={styles.part}>
          <h3>{text.lobby(waiting.length)}</h3>
          <WaitingPeople />
        </section>
      )}
      <section className={styles.part}>
        <h3>{text.here(everybody.length)}</h3>
        <ul className={styles.people}>
          {ordered.map((person) => (
            <Person
              key={person.id}
              person={person}
              isYou={person.id === you.id}
              {...(isHost && person.id !== you.id ? { onRemove: () => setLeaving(person) } : {})}
            />
          ))}
        </ul>
      </section>
      <Removal person={leaving} onDone={() => setLeaving(null)} />
    </div>
  );
}

interface PersonProps {
  person: Participant;
  isYou: boolean;
  /** Given where one may do something about them. */
  onRemove?: () => void;
}

function Person({ person, isYou, onRemove }: PersonProps) {
  const { name, role, hand, microphone, speaks } = person;
  const mark = role === "viewer" && speaks ? text.speaks : text.roles[role];
  return (
    <li className={styles.person}>
      <Avatar name={name} size="small" />
      <span className={styles.who}>
        {isYou ? call.you(name) : name}
        {mark !== "" && <Badge tone={role === "host" ? "act" : "plain"}>{mark}</Badge>}
      </span>
      {hand && <Mark icon="hand" name={call.handRaised} />}
      {speaks && !microphone && <Mark icon="microphone-off" name={call.microphoneOff} />}
      {onRemove && <Actions person={person} onRemove={onRemove} />}
    </li>
  );
}

function Mark({ icon, name }: { icon: "hand" | "microphone-off"; name: string }) {
  return (
    <span className={styles.mark} data-icon={icon}>
      <Icon name={icon} />
      <Hidden>{name}</Hidden>
    </span>
  );
}

function Actions({ person, onRemove }: { person: Participant; onRemove: () => void }) {
  const { room } = useRoomTools();
  const { id: participantId, role, speaks, microphone } = person;
  const choices: Choice[] = [];
  if (microphone) {
    const onChoose = () => room.send({ type: "mute", participantId });
    choices.push({ id: "mute", name: text.mute, icon: "microphone-off", onChoose });
  }
  if (role === "viewer") {
    const onChoose = () => room.send({ type: "speak", participantId, allowed: !speaks });
    choices.push({ id: "speak", name: speaks ? text.silence : text.letSpeak, icon: "microphone", onChoose });
  }
  choices.push({ id: "remove", name: text.remove, icon: "remove", isDangerous: true, onChoose: onRemove });
  return (
    <Menu label={text.actions(person.name)} choices={choices}>
      <IconButton icon="more" label={text.actions(person.name)} />
    </Menu>
  );
}

function Removal({ person, onDone }: { person: Participant | null; onDone: () => void }) {
  const { room } = useRoomTools();
  const { title, advice, confirm, cancel } = text.removal;
  const remove = () => {
    if (person) room.send({ type: "remove", participantId: person.id });
    onDone();
  };
  const name = person?.name ?? "";
  return (
    <Dialog
      title={title(name)}
      isOpen={person !== null}
      onClose={onDone}
      actions={
        <>
          <Button onPress={onDone}>{cancel}</Button>
          <Button look="danger" onPress={remove}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{advice(name)}</p>
    </Dialog>
  );
}
