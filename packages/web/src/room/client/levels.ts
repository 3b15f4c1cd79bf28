/** How loud a track is, from 0 to 1; call it as often as it is shown. */
export type ReadLevel = () => number;

/** The analyser's window: 512 samples are about a hundredth of a second. */
const windowSize = 512;

/** Below this a microphone hears nothing but its room. */
export const speechLevel = 0.35;

/** Measures how loud tracks are. Browsers let it run only after the person has clicked something. */
export class Levels {
  #context: AudioContext | null = null;

  /** To be called when a click is handled. */
  wake(): void {
    if (this.#context?.state === "suspended") void this.#context.resume();
  }

  /** `stop` must be called when it is watched no longer. */
  watch(track: MediaStreamTrack): { read: ReadLevel; stop: () => void } {
    this.#context ??= new AudioContext();
    this.wake();
    const source = this.#context.createMediaStreamSource(new MediaStream([track]));
    const analyser = this.#context.createAnalyser();
    analyser.fftSize = windowSize;
    source.connect(analyser);
    const samples = new Float32Array(windowSize);
    return {
      read() {
        analyser.getFloatTimeDomainData(samples);
        return loudness(samples);
      },
      stop: () => source.disconnect(),
    };
  }

  close(): void {
    void this.#context?.close();
    this.#context = null;
  }
}

/**
 * Root mean square on a scale on which the ear hears even steps: −60 dB and less is 0, full scale is 1. Quiet speech is
 * about 0.3, loud speech 0.7.
 */
export function loudness(samples: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < samples.length; index++) sum += (samples[index] ?? 0) ** 2;
  const decibels = 10 * Math.log10(sum / samples.length || Number.MIN_VALUE);
  return Math.min(1, Math.max(0, 1 + decibels / 60));
}
