import type { Packet } from "../rtp/packet.ts";

/** A packet as a publication sends it out; its numbers are the publication's own. */
export interface SentPacket
  extends Pick<Packet, "payloadType" | "marker" | "timestamp" | "ssrc" | "payload"> {
  /** Extended sequence number. */
  sequence: number;
  beginsKeyFrame: boolean;
}

/** Packets kept so that lost ones can be sent again: at 2.5 Mbit/s about four seconds. */
const kept = 1_024;

export class History {
  private readonly ring: (SentPacket | undefined)[] = [];

  /** False when it is there already. */
  add(packet: SentPacket): boolean {
    const place = packet.sequence % kept;
    if ((this.ring[place]?.sequence ?? -1) >= packet.sequence) return false;
    this.ring[place] = packet;
    return true;
  }

  find(sequence: number): SentPacket | undefined {
    const found = this.ring[sequence % kept];
    return found?.sequence === sequence ? found : undefined;
  }
}
