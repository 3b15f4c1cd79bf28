import { IconButton } from "#design/icon-button.tsx";
import type { Capture } from "../client/capture.ts";
import { text } from "./text.ts";

interface DeviceSwitchProps {
  capture: Capture;
  isOnStage?: boolean;
}

/** Turns a camera or microphone on and off. Its name says what it will do, its looks what is. */
export function DeviceSwitch({ capture, isOnStage = false }: DeviceSwitchProps) {
  const { kind } = capture;
  const { isOn, isStarting } = capture.state;
  return (
    <IconButton
      label={(isOn ? text.turnOff : text.turnOn)[kind]}
      icon={isOn ? kind : `${kind}-off`}
      {...(isOn ? {} : { state: "off" as const })}
      isOnStage={isOnStage}
      // Pressed again while the browser still asks, it is not wanted any more.
      onPress={() => (isOn || isStarting ? capture.switchOff() : void capture.switchOn())}
    />
  );
}
