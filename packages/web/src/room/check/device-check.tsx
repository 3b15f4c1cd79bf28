import { type FormEvent, useEffect, useState } from "react";
import { Button } from "#design/button.tsx";
import { Card } from "#design/card.tsx";
import { Notice } from "#design/notice.tsx";
import { TextField } from "#design/text-field.tsx";
import { useIsNarrow } from "#design/use-narrow.ts";
import { SessionFacts } from "../arrival/facts.tsx";
import type { Capture } from "../client/capture.ts";
import { recall, remember } from "../client/remembered.ts";
import type { RoomDetails } from "../entry.ts";
import { useMedia, useRoomTools } from "../use-room.ts";
import styles from "./check.module.css";
import { DeviceChoices, DeviceTrouble } from "./device-choice.tsx";
import { DeviceSwitch } from "./device-switch.tsx";
import { LevelMeter } from "./level-meter.tsx";
import { Preview } from "./preview.tsx";
import { text } from "./text.ts";

interface DeviceCheckProps {
  details: RoomDetails;
  /** The name that one gave; null where the session knows it. */
  onJoin: (name: string | null) => void;
}

/** One looks at oneself and hears whether one is heard, before anybody else does. */
export function DeviceCheck({ details, onJoin }: DeviceCheckProps) {
  const { role } = details.you;
  const hasDevices = role !== "viewer" && details.provider === "built_in";
  const isNarrow = useIsNarrow();
  const devices = hasDevices && <Devices key="devices" isNarrow={isNarrow} />;
  const card = (
    <Card key="card">
      <SessionFacts details={details} />
      {role === "viewer" && <p>{text.viewer}</p>}
      {details.features.mayBeRecorded && details.provider === "built_in" && (
        <p className={styles.hint}>{text.recorded}</p>
      )}
      <JoinForm details={details} hasDevices={hasDevices} onJoin={onJoin} />
    </Card>
  );
  return (
    <main className={styles.page} data-devices={hasDevices || undefined}>
      {/* On a phone the button must not be below the fold. */}
      {isNarrow ? [card, devices] : [devices, card]}
    </main>
  );
}

function Devices({ isNarrow }: { isNarrow: boolean }) {
  const media = useMedia();
  useEffect(() => {
    void media.begin();
  }, [media]);
  const { camera, microphone } = media;
  const isAsking = camera.state.isStarting && microphone.state.isStarting;
  return (
    <section className={styles.devices} aria-label={text.switches}>
      <Preview camera={camera} />
      <div className={styles.switches}>
        <DeviceSwitch capture={microphone} />
        <DeviceSwitch capture={camera} />
        <LevelMeter track={microphone.track} />
      </div>
      {isAsking && <Notice isNews>{text.askedByBrowser}</Notice>}
      <DeviceTrouble capture={camera} />
      <DeviceTrouble capture={microphone} />
      {isNarrow ? (
        <details className={styles.folded}>
          <summary>{text.chooseDevices}</summary>
          <DeviceChoices />
        </details>
      ) : (
        <DeviceChoices />
      )}
    </section>
  );
}

function JoinForm({ details, hasDevices, onJoin }: DeviceCheckProps & { hasDevices: boolean }) {
  const { you } = details;
  const { levels } = useRoomTools();
  const media = useMedia();
  const [name, setName] = useState(() => you.name ?? recall("name") ?? "");
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    levels.wake();
    const given = name.trim();
    if (you.asksName && given === "") return setMissing(true);
    if (you.asksName) remember("name", given);
    onJoin(you.asksName ? given : null);
  };
  const isWithout = ({ state }: Capture) => !state.isOn && !state.isStarting;
  const withNothing = hasDevices && isWithout(media.camera) && isWithout(media.microphone);
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {you.asksName && (
        <TextField
          label={text.name}
          hint={text.nameHint}
          value={name}
          onChange={setName}
          autoComplete="name"
          maxLength={100}
          fault={isMissing && name.trim() === "" ? text.nameMissing : null}
        />
      )}
      <Button type="submit" look="primary" isWide>
        {you.enters === "when_admitted" ? text.ask : withNothing ? text.joinMuted : text.join}
      </Button>
    </form>
  );
}
