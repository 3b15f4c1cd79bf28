import { headerLengthOf } from "../rtp/packet.ts";
import { type Feedback, readFeedback } from "../rtp/rtcp.ts";
import { rolloverOf, Sequence } from "../rtp/sequence.ts";
import type { Link, Links } from "../transport/links.ts";
import { type Fingerprint, type Secured, shakeHands } from "../transport/secure.ts";
import type { Outlet } from "./subscription.ts";

/** What a connection tells. */
export interface ConnectionTold {
  onState(state: "connected" | "lost"): void;
  /** An RTP packet, unprotected, and how long its header is. */
  onRtp?(packet: Buffer, headerLength: number): void;
  onFeedback(feedback: Feedback): void;
}

/** Milliseconds without a sign of life after which a connection counts as lost; clients give one every few seconds. */
const longestSilence = 15_000;
/** Milliseconds, and how many packets one receiver may be sent again in them: more would be no repair but a flood. */
const resendWindow = 100;
const mostResends = 200;

/** One of a peer's two connections: its link, its handshake, and its packets in the clear. */
export class Connection implements Outlet {
  readonly link: Link;
  secured: Secured | null = null;
  /** Of the client's certificate; null before its first description. */
  fingerprints: readonly Fingerprint[] | null = null;
  private readonly told: ConnectionTold;
  private handshake: ReturnType<typeof shakeHands> | null = null;
  private readonly sequences = new Map<number, Sequence>();
  private heardAt = performance.now();
  private state: "new" | "connected" | "lost" = "new";
  private resends = { since: 0, count: 0 };
  /** Handshake datagrams that came before the client's description did. */
  private early: Buffer[] = [];

  constructor(links: Links, told: ConnectionTold) {
    this.link = links.create();
    this.told = told;
    this.link.onDatagram = (datagram) => this.receive(datagram);
  }

  /** The client's description has come: its handshake may be answered. */
  accept(fingerprints: readonly Fingerprint[]): void {
    if (this.handshake) return;
    this.fingerprints = fingerprints;
    this.handshake = shakeHands(this.link, fingerprints, {
      onSecured: (secured) => {
        this.secured = secured;
        this.turn("connected");
      },
      onEnd: () => {
        this.secured = null;
        this.turn("lost");
      },
    });
    for (const datagram of this.early) this.handshake.receive(datagram);
    this.early = [];
  }

  send(datagram: Buffer): void {
    this.link.send(datagram);
  }

  sendRtcp(packet: Buffer): void {
    if (this.secured) this.link.send(this.secured.protectRtcp(packet));
  }

  mayResend(): boolean {
    const now = performance.now();
    if (now - this.resends.since > resendWindow) this.resends = { since: now, count: 0 };
    this.resends.count += 1;
    return this.resends.count <= mostResends;
  }

  /** Asked about once a second: notices silence, and its end. */
  look(now: number): void {
    if (!this.secured) return;
    const heard = Math.max(this.heardAt, this.link.checkedAt);
    this.turn(now - heard > longestSilence ? "lost" : "connected");
  }

  close(): void {
    this.handshake?.close();
    this.secured = null;
    this.link.close();
  }

  private turn(state: "connected" | "lost"): void {
    if (this.state === state) return;
    this.state = state;
    this.told.onState(state);
  }

  private receive(datagram: Buffer): void {
    const first = datagram[0] ?? 0;
    if (first >= 20 && first <= 63) {
      if (this.handshake) this.handshake.receive(datagram);
      else if (this.early.length < 8) this.early.push(datagram);
    } else if (this.secured && datagram.length >= 12) {
      const type = datagram[1] ?? 0;
      // RFC 5761: RTCP on the port of RTP is told by its types.
      if (type >= 192 && type <= 223) this.receiveRtcp(datagram, this.secured);
      else this.receiveRtp(datagram, this.secured);
    }
  }

  private receiveRtcp(datagram: Buffer, secured: Secured): void {
    const clear = secured.unprotectRtcp(datagram);
    if (!clear) return;
    this.heardAt = performance.now();
    for (const feedback of readFeedback(clear)) this.told.onFeedback(feedback);
  }

  private receiveRtp(datagram: Buffer, secured: Secured): void {
    const headerLength = headerLengthOf(datagram);
    if (!this.told.onRtp || headerLength === null) return;
    const ssrc = datagram.readUInt32BE(8);
    const sequence = this.sequences.get(ssrc) ?? new Sequence();
    const extended = sequence.extend(datagram.readUInt16BE(2));
    const clear = secured.incoming.unprotect(datagram, headerLength, rolloverOf(extended));
    if (!clear) return;
    // Only what is genuine makes an entry.
    sequence.note(extended);
    if (this.sequences.size < 100) this.sequences.set(ssrc, sequence);
    this.heardAt = performance.now();
    this.told.onRtp(clear, headerLength);
  }
}
