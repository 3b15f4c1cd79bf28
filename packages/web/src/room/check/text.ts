import type { CaptureKind, Trouble } from "../client/devices.ts";

/** What is said before one comes in, about camera, microphone and name. */
export const text = {
  preview: "Your camera, as the others will see you (mirrored)",
  cameraIsOff: "Your camera is off",
  cameraStarts: "Starting your camera…",
  level: "Your microphone hears",
  levelHint: "Say something: the bar moves when you are heard.",
  nothingHeard: "Your microphone is off",
  switches: "Camera and microphone",
  turnOn: { camera: "Turn camera on", microphone: "Unmute microphone" },
  turnOff: { camera: "Turn camera off", microphone: "Mute microphone" },
  choose: { camera: "Camera", microphone: "Microphone", speaker: "Loudspeaker" },
  chooseDevices: "Choose other devices",
  chooseNone: "The system’s own",
  goWithout: "Go on without it",
  name: "Your name",
  nameHint: "The others see you under it.",
  nameMissing: "Please write how you want to be called.",
  join: "Join now",
  joinMuted: "Join without camera and microphone",
  ask: "Ask to join",
  viewer: "You are invited to watch and listen: you need neither camera nor microphone.",
  recorded:
    "This session may be recorded. You will be asked first, and it begins only when everybody has agreed.",
  askedByBrowser: "Your browser asks whether this page may use your camera and microphone. Please allow it.",
} as const;

const names = { camera: "camera", microphone: "microphone" } as const;

/** What is in the way of a device, and what helps. */
export function troubleText(kind: CaptureKind, trouble: Trouble): { title: string; advice: string } {
  const name = names[kind];
  switch (trouble) {
    case "refused":
      return {
        title: `This page may not use your ${name}`,
        advice: `To allow it, press the icon at the left of the address bar, allow the ${name}, and try again. You can also take part without it.`,
      };
    case "refused_by_system":
      return {
        title: `Your computer keeps the ${name} from the browser`,
        advice: `Allow it in the system’s settings for privacy, and try again. You can also take part without it.`,
      };
    case "none":
      return {
        title: `No ${name} was found`,
        advice: `Plug one in, and try again. You can also take part without it.`,
      };
    case "in_use":
      return {
        title: `Your ${name} does not answer`,
        advice: `Another program may be using it. Close that program, and try again.`,
      };
    case "unplugged":
      return { title: `Your ${name} was unplugged`, advice: `Plug it in again, or choose another one.` };
    case "insecure":
      return {
        title: `Browsers give no ${name} to this address`,
        advice: `The page must be opened by an address that begins with https. Please ask whoever runs this server.`,
      };
    case "failed":
      return { title: `Your ${name} does not work`, advice: `Please try again, or choose another one.` };
  }
}

export const tryAgain = (kind: CaptureKind): string => `Try the ${names[kind]} again`;
