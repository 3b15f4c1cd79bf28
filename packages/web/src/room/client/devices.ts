/** Why a camera or microphone gives nothing. */
export type Trouble =
  /** The person, or the browser on an earlier word of theirs, said no. */
  | "refused"
  /** The operating system does not let the browser have it. */
  | "refused_by_system"
  /** There is none. */
  | "none"
  /** Another program has it. */
  | "in_use"
  /** It was there, and was unplugged or switched off. */
  | "unplugged"
  /** The page was not loaded over HTTPS, so that browsers give it no devices at all. */
  | "insecure"
  | "failed";

export type CaptureKind = "camera" | "microphone";

/** What `getUserMedia` rejected with, as one of our words. Browsers differ in names, so several stand for one. */
export function troubleOf(fault: unknown): Trouble {
  const { name = "", message = "" } = (fault ?? {}) as { name?: string; message?: string };
  switch (name) {
    case "NotAllowedError":
    case "PermissionDeniedError":
      return /system/i.test(message) ? "refused_by_system" : "refused";
    case "NotFoundError":
    case "DevicesNotFoundError":
    case "OverconstrainedError":
      return "none";
    case "NotReadableError":
    case "TrackStartError":
    case "AbortError":
      return "in_use";
    case "SecurityError":
      return "insecure";
    default:
      return "failed";
  }
}

/** A camera, microphone or loudspeaker that may be chosen. */
export interface Device {
  id: string;
  name: string;
}

export interface DeviceLists {
  cameras: readonly Device[];
  microphones: readonly Device[];
  /** Empty where the browser does not let pages choose. */
  speakers: readonly Device[];
}

export const noDevices: DeviceLists = { cameras: [], microphones: [], speakers: [] };

/** Sorts what the browser lists. Before a permission is given it lists nameless devices without ids: they are no choice. */
export function listDevices(
  infos: readonly Pick<MediaDeviceInfo, "kind" | "deviceId" | "label">[],
): DeviceLists {
  const ofKind = (kind: MediaDeviceKind): Device[] =>
    infos
      .filter((info) => info.kind === kind && info.deviceId !== "")
      .map(({ deviceId, label }, index) => ({ id: deviceId, name: label || `${index + 1}` }));
  return {
    cameras: ofKind("videoinput"),
    microphones: ofKind("audioinput"),
    speakers: ofKind("audiooutput"),
  };
}

/** What to ask the browser for. An exact device only when one was chosen: else the browser's own default. */
export function constraintsFor(kind: CaptureKind, deviceId: string | null): MediaStreamConstraints {
  const device = deviceId === null ? {} : { deviceId: { exact: deviceId } };
  if (kind === "microphone") {
    return { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...device } };
  }
  const front = deviceId === null ? { facingMode: "user" } : {};
  return {
    video: {
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 24, max: 30 },
      ...front,
      ...device,
    },
  };
}
