import type { IceCandidate } from "./messages.ts";

/** Where candidates go in the end; of RTCPeerConnection. */
interface Taker {
  addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void>;
}

/** Holds the other side's candidates back until its description is there: a connection refuses them before. */
export class CandidateQueue {
  readonly #taker: Taker;
  #waiting: IceCandidate[] | null = [];

  constructor(taker: Taker) {
    this.#taker = taker;
  }

  /** The description is set: what waited, and whatever comes from now on, goes through. */
  open(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const candidate of waiting) this.#give(candidate);
  }

  add(candidate: IceCandidate): void {
    if (this.#waiting) this.#waiting.push(candidate);
    else this.#give(candidate);
  }

  /** A candidate of no use (of an interface that is gone, of an older generation) is no fault. */
  #give(candidate: IceCandidate): void {
    this.#taker.addIceCandidate(candidate).catch(() => {});
  }
}
