import { Button } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";
import { Select } from "#design/select.tsx";
import type { Capture } from "../client/capture.ts";
import type { Device } from "../client/devices.ts";
import { useMedia } from "../use-room.ts";
import styles from "./check.module.css";
import { text, troubleText, tryAgain } from "./text.ts";

/** Which camera, microphone and loudspeaker are used; each only where there is a choice. */
export function DeviceChoices() {
  const { devices, camera, microphone, speakerId, ...media } = useChoices();
  return (
    <div className={styles.choices}>
      <Choice capture={camera} devices={devices.cameras} />
      <Choice capture={microphone} devices={devices.microphones} />
      {devices.speakers.length > 1 && canChooseSpeaker() && (
        <Select
          label={text.choose.speaker}
          placeholder={text.chooseNone}
          options={devices.speakers}
          value={speakerId}
          onChange={media.chooseSpeaker}
        />
      )}
    </div>
  );
}

function useChoices() {
  const media = useMedia();
  const { devices, camera, microphone, speakerId } = media;
  return { devices, camera, microphone, speakerId, chooseSpeaker: (id: string) => media.chooseSpeaker(id) };
}

function Choice({ capture, devices }: { capture: Capture; devices: readonly Device[] }) {
  if (devices.length < 2) return null;
  const { deviceId } = capture.state;
  return (
    <Select
      label={text.choose[capture.kind]}
      placeholder={text.chooseNone}
      options={devices}
      value={devices.some(({ id }) => id === deviceId) ? deviceId : null}
      onChange={(id) => void capture.choose(id)}
    />
  );
}

/** What is in the way of a device, and how to get it out. */
export function DeviceTrouble({ capture }: { capture: Capture }) {
  const { trouble } = capture.state;
  if (!trouble) return null;
  const { title, advice } = troubleText(capture.kind, trouble);
  return (
    <Notice tone="warn" title={title} isNews>
      <p>{advice}</p>
      <div className={styles.ways}>
        {trouble !== "insecure" && (
          <Button look="quiet" onPress={() => void capture.switchOn()}>
            {tryAgain(capture.kind)}
          </Button>
        )}
        <Button look="quiet" onPress={() => capture.dismissTrouble()}>
          {text.goWithout}
        </Button>
      </div>
    </Notice>
  );
}

const canChooseSpeaker = (): boolean => "setSinkId" in HTMLMediaElement.prototype;
