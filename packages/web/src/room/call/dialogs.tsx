import { useState } from "react";
import { Button } from "#design/button.tsx";
import { Dialog } from "#design/dialog.tsx";
import { KeyList } from "#design/key-list.tsx";
import { Switch } from "#design/switch.tsx";
import { DeviceChoices, DeviceTrouble } from "../check/device-choice.tsx";
import { LevelMeter } from "../check/level-meter.tsx";
import { remember } from "../client/remembered.ts";
import { useMedia, useRoomView } from "../use-room.ts";
import { shortcuts, text } from "./text.ts";
import { usesShortcuts } from "./use-shortcuts.ts";

interface OpenProps {
  isOpen: boolean;
  onClose: () => void;
}

/** Which devices are used. */
export function Settings({ isOpen, onClose }: OpenProps) {
  return (
    <Dialog title={text.settings} isOpen={isOpen} onClose={onClose} actions={<Done onClose={onClose} />}>
      <OwnDevices />
    </Dialog>
  );
}

function OwnDevices() {
  const media = useMedia();
  const { you } = useRoomView().room;
  return (
    <>
      <DeviceChoices />
      {you?.speaks && (
        <>
          <LevelMeter track={media.microphone.track} />
          <DeviceTrouble capture={media.camera} />
          <DeviceTrouble capture={media.microphone} />
        </>
      )}
    </>
  );
}

/** Which keys do what, and whether they do. */
export function ShortcutHelp({ isOpen, onClose }: OpenProps) {
  const [isUsed, setUsed] = useState(usesShortcuts);
  const change = (used: boolean) => {
    setUsed(used);
    remember("shortcuts", used);
  };
  return (
    <Dialog title={shortcuts.title} isOpen={isOpen} onClose={onClose} actions={<Done onClose={onClose} />}>
      <p>{shortcuts.advice}</p>
      <KeyList keys={shortcuts.keys} />
      <Switch isSelected={isUsed} onChange={change}>
        {shortcuts.use}
      </Switch>
    </Dialog>
  );
}

function Done({ onClose }: { onClose: () => void }) {
  return (
    <Button look="primary" onPress={onClose}>
      {text.done}
    </Button>
  );
}

/** Asks once more before everybody has to go. */
export function EndForAll({ isOpen, onClose, onEnd }: OpenProps & { onEnd: () => void }) {
  const end = () => {
    onClose();
    onEnd();
  };
  return (
    <Dialog
      title={text.end.title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.end.cancel}</Button>
          <Button look="danger" onPress={end}>
            {text.end.confirm}
          </Button>
        </>
      }
    >
      <p>{text.end.advice}</p>
    </Dialog>
  );
}
