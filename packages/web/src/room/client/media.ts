import { Capture } from "./capture.ts";
import {
  constraintsFor,
  type DeviceLists,
  listDevices,
  noDevices,
  type Trouble,
  troubleOf,
} from "./devices.ts";
import { Emitter } from "./emitter.ts";
import type { Source } from "./messages.ts";
import { recall, remember } from "./remembered.ts";

/** What one has switched on, as the others are told. */
export interface SwitchedOn {
  camera: boolean;
  microphone: boolean;
  screen: boolean;
}

type Events = {
  /** Anything that a reader can see: what is on, what is in the way, which devices there are. */
  change: undefined;
  /** What is to be sent of this source from now on. */
  track: { source: Source; track: MediaStreamTrack | null };
};

/** One's own camera, microphone and screen, from the device check to the end of the call. */
export class LocalMedia extends Emitter<Events> {
  readonly camera: Capture;
  readonly microphone: Capture;
  #devices: DeviceLists = noDevices;
  #screen: MediaStream | null = null;
  #speakerId: string | null;
  #isClosed = false;
  readonly #relist = () => void this.#list();

  constructor() {
    super();
    const known = recall("devices");
    this.camera = new Capture("camera", known?.camera ?? null);
    this.microphone = new Capture("microphone", known?.microphone ?? null);
    this.#speakerId = known?.speaker ?? null;
    for (const capture of [this.camera, this.microphone]) {
      capture.on("track", (track) => this.emit("track", { source: capture.kind, track }));
      capture.on("change", () => this.#changed());
    }
    navigator.mediaDevices?.addEventListener("devicechange", this.#relist);
    this.#relist();
  }

  get devices(): DeviceLists {
    return this.#devices;
  }

  get switchedOn(): SwitchedOn {
    return {
      camera: this.camera.state.isOn,
      microphone: this.microphone.state.isOn,
      screen: this.#screen !== null,
    };
  }

  /** The loudspeaker that was chosen; null for the system's own. */
  get speakerId(): string | null {
    return this.#speakerId;
  }

  get screen(): MediaStreamTrack | null {
    return this.#screen?.getVideoTracks()[0] ?? null;
  }

  /** What is to be sent of this source now. */
  track(source: Source): MediaStreamTrack | null {
    if (source === "camera") return this.camera.track;
    if (source === "microphone") return this.microphone.track;
    return source === "screen" ? this.screen : (this.#screen?.getAudioTracks()[0] ?? null);
  }

  /** Opens camera and microphone with one question to the person; what cannot be had is the captures' `trouble`. */
  async begin(): Promise<void> {
    const { camera, microphone } = this;
    camera.expect();
    microphone.expect();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        ...constraintsFor("camera", camera.state.deviceId),
        ...constraintsFor("microphone", microphone.state.deviceId),
      });
      if (this.#isClosed) for (const track of stream.getTracks()) track.stop();
      else
        for (const track of stream.getTracks()) (track.kind === "video" ? camera : microphone).adopt(track);
    } catch (fault) {
      await this.#beginApart(troubleOf(fault));
    }
    await this.#list();
  }

  /** One of the two is missing or forbidden: which, and the other one alone. */
  async #beginApart(trouble: Trouble): Promise<void> {
    if (this.#isClosed) return;
    const denied = await Promise.all([isDenied("camera"), isDenied("microphone")]);
    const isPlainNo = trouble === "refused" && denied[0] === denied[1];
    for (const [index, capture] of [this.camera, this.microphone].entries()) {
      if (!capture.state.isStarting) continue;
      // Whoever has just said no to both is not asked twice more.
      if (isPlainNo || (trouble === "refused" && denied[index])) capture.fail("refused");
      else await capture.switchOn();
    }
  }

  chooseSpeaker(deviceId: string): void {
    this.#speakerId = deviceId;
    this.#changed();
  }

  /** Lets the person pick what to share. Answers false when they picked nothing, or their system does not let them. */
  async shareScreen(): Promise<boolean> {
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({
        video: { frameRate: { ideal: 15, max: 30 } },
        audio: true,
      });
      this.#screen = stream;
      // The browser has a button of its own that ends the sharing.
      for (const track of stream.getVideoTracks()) track.onended = () => this.stopScreen();
      this.#sendScreen();
      return true;
    } catch {
      return false;
    }
  }

  stopScreen(): void {
    for (const track of this.#screen?.getTracks() ?? []) {
      track.onended = null;
      track.stop();
    }
    this.#screen = null;
    this.#sendScreen();
  }

  /** Gives every device back: no light stays on. */
  release(): void {
    if (this.#screen) this.stopScreen();
    this.camera.release();
    this.microphone.release();
  }

  close(): void {
    this.#isClosed = true;
    navigator.mediaDevices?.removeEventListener("devicechange", this.#relist);
    this.release();
  }

  #sendScreen(): void {
    for (const source of ["screen", "screen_audio"] as const) {
      this.emit("track", { source, track: this.track(source) });
    }
    this.emit("change", undefined);
  }

  async #list(): Promise<void> {
    this.#devices = listDevices((await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? []);
    this.emit("change", undefined);
  }

  #changed(): void {
    remember("devices", {
      camera: this.camera.state.deviceId,
      microphone: this.microphone.state.deviceId,
      speaker: this.#speakerId,
    });
    this.emit("change", undefined);
  }
}

/** Whether pages can share a screen here at all; phones cannot. */
export const canShareScreen = (): boolean =>
  typeof navigator !== "undefined" && typeof navigator.mediaDevices?.getDisplayMedia === "function";

async function isDenied(name: "camera" | "microphone"): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: name as PermissionName })).state === "denied";
  } catch {
    // Not every browser tells.
    return false;
  }
}
