import { randomInt } from "node:crypto";
import { writeHeader } from "../rtp/packet.ts";
import { rolloverOf, Sequence } from "../rtp/sequence.ts";
import type { Secured } from "../transport/secure.ts";
import type { SentPacket } from "./history.ts";
import type { Publication, Receiver } from "./publication.ts";

/** Where a subscription's packets go. */
export interface Outlet {
  /** Null while the connection is not secured. */
  readonly secured: Secured | null;
  send(datagram: Buffer): void;
  /** Whether this receiver may have another packet again just now. */
  mayResend(): boolean;
}

/** One publication on its way to one peer. Video begins with a key frame. */
export class Subscription implements Receiver {
  readonly publication: Publication;
  private readonly outlet: Outlet;
  /** Difference to the publication's numbers; null until the first packet. */
  private offset: number | null = null;
  private first = 0;
  private readonly sequence = new Sequence();

  constructor(publication: Publication, outlet: Outlet) {
    this.publication = publication;
    this.outlet = outlet;
  }

  /** Whether packets are under way, as opposed to a key frame being waited for. */
  get hasBegun(): boolean {
    return this.offset !== null;
  }

  begin(): void {
    this.publication.receivers.add(this);
    this.publication.requestKeyFrame();
  }

  end(): void {
    this.publication.receivers.delete(this);
  }

  forward(packet: SentPacket): void {
    const { secured } = this.outlet;
    if (!secured) return;
    if (this.offset === null) {
      if (this.publication.kind === "video" && !packet.beginsKeyFrame) return;
      // Well before a wrap: a receiver that misses the first packets must not misjudge how often it wrapped.
      this.offset = 0x1_0000 + randomInt(1, 0x4000) - packet.sequence;
      this.first = packet.sequence;
    }
    if (packet.sequence < this.first) return;
    const sequence = packet.sequence + this.offset;
    this.sequence.note(sequence);
    const header = writeHeader(packet, sequence);
    this.outlet.send(secured.outgoing.protect(header, packet.payload, rolloverOf(sequence)));
  }

  forwardReport(report: Buffer): void {
    const { secured } = this.outlet;
    if (secured && this.offset !== null) this.outlet.send(secured.protectRtcp(report));
  }

  /** Sends again what the receiver has lost, as far as it is still there. */
  resend(sequences: readonly number[]): void {
    if (this.offset === null) return;
    for (const sequence of sequences) {
      const lost = this.publication.history.find(this.sequence.extend(sequence) - this.offset);
      if (lost && this.outlet.mayResend()) this.forward(lost);
    }
  }
}
