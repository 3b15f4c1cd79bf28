import { type CaptureKind, constraintsFor, type Trouble, troubleOf } from "./devices.ts";
import { Emitter } from "./emitter.ts";

export interface CaptureState {
  isOn: boolean;
  /** The browser, or through it the person, has been asked for it. */
  isStarting: boolean;
  trouble: Trouble | null;
  /** The device in use, or the one that was chosen. */
  deviceId: string | null;
}

type Events = {
  change: CaptureState;
  /** What is to be sent from now on; null for nothing. */
  track: MediaStreamTrack | null;
};

/**
 * One camera or one microphone. Off means off: of a camera the track is stopped, so that its light goes out; a
 * microphone is silenced and not sent, but kept open, because headsets drop to telephone sound and back with each opening.
 */
export class Capture extends Emitter<Events> {
  readonly kind: CaptureKind;
  #state: CaptureState;
  #track: MediaStreamTrack | null = null;
  /** Rises with every wish, so that a device that opens late serves only the last one. */
  #wish = 0;

  constructor(kind: CaptureKind, deviceId: string | null) {
    super();
    this.kind = kind;
    this.#state = { isOn: false, isStarting: false, trouble: null, deviceId };
  }

  get state(): CaptureState {
    return this.#state;
  }

  /** What is sent: null while off. */
  get track(): MediaStreamTrack | null {
    return this.#state.isOn ? this.#track : null;
  }

  /** Never rejects: what went wrong is the state's `trouble`. */
  async switchOn(): Promise<void> {
    if (this.#state.isOn) return;
    if (this.#track?.readyState === "live") return this.#use(this.#track);
    await this.#acquire(this.#state.deviceId);
  }

  switchOff(): void {
    this.#wish++;
    if (this.#track) this.#track.enabled = false;
    if (this.kind === "camera") this.#letGo();
    this.#change({ isOn: false, isStarting: false });
    this.emit("track", null);
  }

  /** Takes this device from now on; at once when it is switched on. */
  async choose(deviceId: string): Promise<void> {
    const { isOn } = this.#state;
    this.#letGo();
    this.#change({ deviceId, isOn: false, trouble: null });
    if (isOn) await this.#acquire(deviceId);
  }

  /** The browser is being asked for it. */
  expect(): void {
    this.#change({ isStarting: true, trouble: null });
  }

  /** Takes a track that was asked for together with another one; not when it is no longer wanted. */
  adopt(track: MediaStreamTrack): void {
    if (!this.#state.isStarting) {
      track.stop();
      return;
    }
    this.#wish++;
    this.#letGo();
    this.#use(track);
  }

  fail(trouble: Trouble): void {
    this.#letGo();
    this.#change({ isOn: false, isStarting: false, trouble });
    this.emit("track", null);
  }

  /** The person knows what is in the way, and goes on without it. */
  dismissTrouble(): void {
    if (this.#state.trouble) this.#change({ trouble: null });
  }

  /** Gives the device back: also a microphone is closed. */
  release(): void {
    this.#wish++;
    this.#letGo();
    this.#change({ isOn: false, isStarting: false });
    this.emit("track", null);
  }

  async #acquire(deviceId: string | null): Promise<void> {
    const wish = ++this.#wish;
    this.#change({ isStarting: true, trouble: null });
    try {
      const track = await open(this.kind, deviceId);
      if (wish === this.#wish) this.#use(track);
      else track.stop();
    } catch (fault) {
      if (wish !== this.#wish) return;
      // The remembered device may be at home: then any other is better than none.
      if (deviceId !== null && troubleOf(fault) === "none") return this.#acquire(null);
      this.fail(troubleOf(fault));
    }
  }

  #use(track: MediaStreamTrack): void {
    this.#track = track;
    track.enabled = true;
    track.onended = () => track === this.#track && void this.#lose();
    this.#change({
      isOn: true,
      isStarting: false,
      trouble: null,
      deviceId: track.getSettings().deviceId ?? this.#state.deviceId,
    });
    this.emit("track", track);
  }

  /** Unplugged in the middle of the call: another device takes its place where there is one. */
  async #lose(): Promise<void> {
    const { isOn } = this.#state;
    this.fail("unplugged");
    this.#change({ deviceId: null });
    if (!isOn) return;
    await this.#acquire(null);
    if (this.#state.trouble === "none") this.fail("unplugged");
  }

  #letGo(): void {
    const track = this.#track;
    this.#track = null;
    if (!track) return;
    track.onended = null;
    track.stop();
  }

  #change(part: Partial<CaptureState>): void {
    this.#state = { ...this.#state, ...part };
    this.emit("change", this.#state);
  }
}

async function open(kind: CaptureKind, deviceId: string | null): Promise<MediaStreamTrack> {
  // Absent where the page is not secure, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new DOMException("no devices without HTTPS", "SecurityError");
  const stream = await devices.getUserMedia(constraintsFor(kind, deviceId));
  const [track] = stream.getTracks();
  if (!track) throw new DOMException("no track", "NotFoundError");
  return track;
}
