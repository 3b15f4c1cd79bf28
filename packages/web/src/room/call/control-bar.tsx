import { IconButton, type IconButtonProps } from "#design/icon-button.tsx";
import { type Choice, Menu } from "#design/menu.tsx";
import { useIsNarrow } from "#design/use-narrow.ts";
import { DeviceSwitch } from "../check/device-switch.tsx";
import { canShareScreen } from "../client/media.ts";
import { useMedia, useRoomView } from "../use-room.ts";
import styles from "./call.module.css";
import { type CallActions, useCallActions } from "./call-actions.ts";
import { people, reactions, shortcuts, text } from "./text.ts";

export type Panel = "chat" | "people";

interface ControlBarProps {
  panel: Panel | null;
  onPanel: (panel: Panel) => void;
  onSettings: () => void;
  onShortcuts: () => void;
  onEnd: () => void;
}

const onStage = (props: Omit<IconButtonProps, "isOnStage">) => <IconButton {...props} isOnStage />;

/** What one does most, within reach; the rest behind one button. */
export function ControlBar(props: ControlBarProps) {
  const { room } = useRoomView();
  const media = useMedia();
  const actions = useCallActions();
  const isNarrow = useIsNarrow();
  const { you, features } = room;
  const hand = you?.hand ?? false;
  return (
    <nav className={styles.controls} aria-label={text.controls}>
      {you?.speaks && (
        <>
          <DeviceSwitch capture={media.microphone} isOnStage />
          <DeviceSwitch capture={media.camera} isOnStage />
          {!isNarrow && canShareScreen() && (
            <ScreenButton actions={actions} isSharing={media.screen !== null} />
          )}
        </>
      )}
      {onStage({
        label: hand ? text.hand.lower : text.hand.raise,
        icon: "hand",
        ...(hand && { state: "on" as const }),
        onPress: actions.toggleHand,
      })}
      {features.reactions && <Reactions actions={actions} />}
      {!isNarrow && <RecordButton actions={actions} />}
      <span className={styles.between} />
      <PanelButtons {...props} isNarrow={isNarrow} />
      <More {...props} actions={actions} isNarrow={isNarrow} />
      {onStage({ label: text.leave, icon: "leave", look: "danger", onPress: actions.leave })}
    </nav>
  );
}

function ScreenButton({ actions, isSharing }: { actions: CallActions; isSharing: boolean }) {
  return onStage({
    label: isSharing ? text.screen.stop : text.screen.share,
    icon: isSharing ? "screen-off" : "screen",
    ...(isSharing && { state: "on" as const }),
    onPress: actions.toggleScreen,
  });
}

function Reactions({ actions }: { actions: CallActions }) {
  const choices = reactions.map(({ emoji, name }) => ({
    id: name,
    name: `${emoji} ${name}`,
    onChoose: () => actions.react(emoji),
  }));
  return (
    <Menu label={text.react} choices={choices}>
      {onStage({ label: text.react, icon: "smile" })}
    </Menu>
  );
}

/** What a host's recording button says and does now; null where there is none. */
function useRecording(actions: CallActions): { label: string; isOn: boolean; act: () => void } | null {
  const { you, features, recording } = useRoomView().room;
  if (!features.mayRecord || you?.role !== "host") return null;
  const { record } = text;
  const isOn = recording.state === "on";
  if (recording.state === "asking") return { label: record.cancel, isOn, act: () => actions.record(false) };
  const labels = features.hasRecord ? [record.on, record.off] : [record.start, record.stop];
  return { label: labels[isOn ? 1 : 0] ?? "", isOn, act: () => actions.record(!isOn) };
}

function RecordButton({ actions }: { actions: CallActions }) {
  const recording = useRecording(actions);
  if (!recording) return null;
  return onStage({
    label: recording.label,
    icon: "record",
    ...(recording.isOn && { state: "on" as const }),
    onPress: recording.act,
  });
}

function PanelButtons({ panel, onPanel, isNarrow }: ControlBarProps & { isNarrow: boolean }) {
  const { unread, waiting } = useRoomView().room;
  return (
    <>
      {onStage({
        label: text.unread(unread),
        icon: "chat",
        isPressed: panel === "chat",
        count: unread,
        onPress: () => onPanel("chat"),
      })}
      {!isNarrow &&
        onStage({
          label: waiting.length > 0 ? text.panel.waiting(waiting.length) : text.panel.people,
          icon: "people",
          isPressed: panel === "people",
          count: waiting.length,
          onPress: () => onPanel("people"),
        })}
    </>
  );
}

function More(props: ControlBarProps & { actions: CallActions; isNarrow: boolean }) {
  const { room } = useRoomView();
  const recording = useRecording(props.actions);
  const isSharing = useMedia().screen !== null;
  const choices: Choice[] = [];
  if (props.isNarrow) {
    choices.push({
      id: "people",
      name: text.panel.people,
      icon: "people",
      onChoose: () => props.onPanel("people"),
    });
    if (recording)
      choices.push({ id: "record", name: recording.label, icon: "record", onChoose: recording.act });
    if (room.you?.speaks && canShareScreen()) {
      choices.push({
        id: "screen",
        name: isSharing ? text.screen.stop : text.screen.share,
        icon: isSharing ? "screen-off" : "screen",
        onChoose: props.actions.toggleScreen,
      });
    }
  }
  choices.push({ id: "settings", name: text.settings, icon: "settings", onChoose: props.onSettings });
  choices.push({ id: "shortcuts", name: shortcuts.title, icon: "info", onChoose: props.onShortcuts });
  if (room.you?.role === "host") {
    choices.push({
      id: "end",
      name: text.end.label,
      icon: "leave",
      isDangerous: true,
      onChoose: props.onEnd,
    });
  }
  const isWaitedFor = props.isNarrow && room.waiting.length > 0;
  const label = isWaitedFor ? `${text.more}, ${people.areWaiting(room.waiting.length)}` : text.more;
  return (
    <Menu label={text.more} choices={choices}>
      {onStage({ label, icon: "more", count: isWaitedFor ? room.waiting.length : 0 })}
    </Menu>
  );
}
