import { CandidateQueue } from "./candidates.ts";
import type { ClientMessage, IceCandidate, Source } from "./messages.ts";
import { type Quality, screenQuality } from "./quality.ts";

type Tracks = (source: Source) => MediaStreamTrack | null;

/**
 * The connection on which one is seen and heard. Camera and microphone have their places in the first offer, on or off,
 * so that switching them is no negotiation; the screen gets its places when it is first shared.
 */
export class Publisher {
  readonly connection: RTCPeerConnection;
  readonly #send: (message: ClientMessage) => void;
  readonly #tracks: Tracks;
  readonly #candidates: CandidateQueue;
  readonly #places = new Map<Source, RTCRtpTransceiver>();
  #camera: Quality;
  /** An offer is with the server; `again` when another one must follow its answer. */
  #asked: "no" | "yes" | "again" = "no";

  constructor(
    iceServers: RTCIceServer[],
    parts: { send: (message: ClientMessage) => void; tracks: Tracks; camera: Quality },
  ) {
    this.connection = new RTCPeerConnection({ iceServers, bundlePolicy: "max-bundle" });
    this.#send = parts.send;
    this.#tracks = parts.tracks;
    this.#camera = parts.camera;
    this.#candidates = new CandidateQueue(this.connection);
    this.connection.onicecandidate = ({ candidate }) =>
      this.#send({ type: "candidate", connection: "publish", candidate: plain(candidate) });
  }

  async start(): Promise<void> {
    for (const source of ["microphone", "camera"] as const) await this.#place(source);
    if (this.#tracks("screen")) for (const source of screenSources) await this.#place(source);
    await this.#offer();
  }

  /** Sends this from now on; of a source that has no place yet, nothing needs none. */
  async set(source: Source, track: MediaStreamTrack | null): Promise<void> {
    const place = this.#places.get(source);
    if (place) await place.sender.replaceTrack(track);
    else if (track) {
      await this.#place(source);
      await this.#offer();
    }
  }

  async limitCamera(quality: Quality): Promise<void> {
    this.#camera = quality;
    await this.#limit("camera");
  }

  async answered(sdp: string): Promise<void> {
    if (this.connection.signalingState !== "have-local-offer") return;
    await this.connection.setRemoteDescription({ type: "answer", sdp });
    this.#candidates.open();
    // Firefox takes no encoding parameters before the negotiation.
    await this.#limit("camera");
    await this.#limit("screen");
    const wasAgain = this.#asked === "again";
    this.#asked = "no";
    if (wasAgain) await this.#offer();
  }

  addCandidate(candidate: IceCandidate): void {
    this.#candidates.add(candidate);
  }

  close(): void {
    this.connection.onicecandidate = null;
    this.connection.close();
  }

  async #place(source: Source): Promise<void> {
    const track = this.#tracks(source);
    const isVideo = source === "camera" || source === "screen";
    const place = this.connection.addTransceiver(isVideo ? "video" : "audio", { direction: "sendonly" });
    this.#places.set(source, place);
    if (isVideo) preferVp8(place);
    await place.sender.replaceTrack(track);
  }

  async #offer(): Promise<void> {
    if (this.#asked !== "no") {
      this.#asked = "again";
      return;
    }
    this.#asked = "yes";
    await this.connection.setLocalDescription(await this.connection.createOffer());
    const tracks = [...this.#places].map(([source, { mid }]) => ({ mid: mid ?? "", source }));
    this.#send({ type: "publish", sdp: this.connection.localDescription?.sdp ?? "", tracks });
  }

  async #limit(source: "camera" | "screen"): Promise<void> {
    const sender = this.#places.get(source)?.sender;
    const parameters = sender?.getParameters();
    const [encoding] = parameters?.encodings ?? [];
    if (!sender || !parameters || !encoding) return;
    Object.assign(encoding, source === "camera" ? this.#camera : screenQuality);
    // A picture that is a little worse than wished is no reason to have none.
    await sender.setParameters(parameters).catch(() => {});
  }
}

const screenSources = ["screen", "screen_audio"] as const;

/** Every browser of today sends VP8, and it is what is recorded. */
function preferVp8(place: RTCRtpTransceiver): void {
  const codecs = RTCRtpSender.getCapabilities("video")?.codecs ?? [];
  const wanted = codecs.filter(({ mimeType }) => /^video\/(vp8|rtx)$/i.test(mimeType));
  if (wanted.length > 0) place.setCodecPreferences?.(wanted);
}

export function plain(candidate: RTCIceCandidate | null): IceCandidate {
  if (!candidate) return null;
  const { sdpMid, sdpMLineIndex } = candidate;
  return { candidate: candidate.candidate, sdpMid, sdpMLineIndex };
}
