import type { SubscribedTrack } from "../../port.ts";
import type { Feedback } from "../rtp/rtcp.ts";
import { readDescription, refuse } from "../sdp/read.ts";
import { type LocalEnd, type OfferedSection, writeOffer } from "../sdp/write.ts";
import type { Links } from "../transport/links.ts";
import { Connection } from "./connection.ts";
import type { Publication } from "./publication.ts";
import { sameFingerprints } from "./publisher.ts";
import { Subscription } from "./subscription.ts";

/** A media section towards a subscriber: when nothing is in it any more, the next of its kind is put there. */
interface Place {
  mid: string;
  kind: "audio" | "video";
  subscription: Subscription | null;
}

export interface Offer {
  negotiation: number;
  sdp: string;
  tracks: SubscribedTrack[];
}

/** The connection on which a peer receives: we offer, one offer at a time, and forward what was answered. */
export class Subscriber {
  readonly connection: Connection;
  private readonly end: Omit<LocalEnd, "ufrag" | "password" | "version">;
  private readonly onOffer: (offer: Offer) => void;
  // There from the start, so that the connection stands before there is anything to see.
  private readonly places: Place[] = [
    { mid: "0", kind: "audio", subscription: null },
    { mid: "1", kind: "video", subscription: null },
  ];
  private negotiation = 0;
  /** `planned`: goes out at the end of this turn, with what else comes in it. */
  private state: "stable" | "planned" | "offered" | "closed" = "stable";
  private isDue = false;
  /** What the present offer says is in each place. */
  private offered = new Map<string, Subscription | null>();

  constructor(
    links: Links,
    end: Omit<LocalEnd, "ufrag" | "password" | "version">,
    told: { onState(state: "connected" | "lost"): void; onOffer(offer: Offer): void },
  ) {
    this.end = end;
    this.onOffer = told.onOffer;
    this.connection = new Connection(links, {
      onState: (state) => {
        if (state === "connected") for (const one of this.subscriptions()) one.publication.requestKeyFrame();
        told.onState(state);
      },
      onFeedback: (feedback) => this.hear(feedback),
    });
  }

  /** Makes what is forwarded be exactly this; the offer that says so follows at once or after the present answer. */
  want(publications: readonly Publication[]): void {
    const wanted = new Set(publications);
    let isChanged = this.negotiation === 0 && this.state === "stable";
    for (const place of this.places) {
      if (!place.subscription || wanted.delete(place.subscription.publication)) continue;
      place.subscription.end();
      place.subscription = null;
      isChanged = true;
    }
    for (const publication of wanted) {
      this.placeFor(publication.kind).subscription = new Subscription(publication, this.connection);
      isChanged = true;
    }
    if (isChanged) this.offer();
  }

  answer(sdp: string, negotiation: number): void {
    if (negotiation !== this.negotiation || this.state !== "offered") return;
    const answer = readDescription(sdp);
    const known = this.connection.fingerprints;
    if (known && !sameFingerprints(known, answer.fingerprints)) refuse("its certificate has changed");
    this.state = "stable";
    this.connection.accept(answer.fingerprints);
    for (const { mid, isAccepted, receives } of answer.sections) {
      const place = this.places.find((one) => one.mid === mid);
      // A place that got another publication meanwhile is in no offer yet.
      if (place?.subscription && this.offered.get(mid) === place.subscription && isAccepted && receives) {
        place.subscription.begin();
      }
    }
    if (this.isDue) this.offer();
  }

  /** Asks again for the key frames that are waited for. */
  remind(): void {
    if (!this.connection.secured) return;
    for (const one of this.subscriptions()) if (!one.hasBegun) one.publication.requestKeyFrame();
  }

  close(): void {
    this.state = "closed";
    for (const one of this.subscriptions()) one.end();
    this.connection.close();
  }

  private offer(): void {
    if (this.state === "offered") this.isDue = true;
    if (this.state !== "stable") return;
    this.state = "planned";
    setImmediate(() => {
      if (this.state !== "planned") return;
      this.state = "offered";
      this.isDue = false;
      this.negotiation += 1;
      this.offered = new Map(this.places.map(({ mid, subscription }) => [mid, subscription]));
      const { ufrag, password } = this.connection.link;
      const end = { ...this.end, ufrag, password, version: this.negotiation };
      const sdp = writeOffer(end, this.places.map(sectionOf));
      this.onOffer({ negotiation: this.negotiation, sdp, tracks: this.places.flatMap(trackOf) });
    });
  }

  private placeFor(kind: "audio" | "video"): Place {
    const free = this.places.find((place) => place.kind === kind && !place.subscription);
    if (free) return free;
    const place: Place = { mid: String(this.places.length), kind, subscription: null };
    this.places.push(place);
    return place;
  }

  private subscriptions(): Subscription[] {
    return this.places.flatMap(({ subscription }) => subscription ?? []);
  }

  private hear(feedback: Feedback): void {
    if (feedback.kind === "sender_report") return;
    const subscription = this.subscriptions().find(({ publication }) => publication.ssrc === feedback.ssrc);
    if (feedback.kind === "lost") subscription?.resend(feedback.sequences);
    else subscription?.publication.requestKeyFrame();
  }
}

const sectionOf = ({ mid, kind, subscription }: Place): OfferedSection => {
  if (!subscription) return { mid, kind, stream: null };
  const { ssrc, cname, streamId } = subscription.publication;
  return { mid, kind, stream: { ssrc, cname, id: streamId } };
};

const trackOf = ({ mid, subscription }: Place): SubscribedTrack[] =>
  subscription
    ? [{ mid, from: subscription.publication.peerId, source: subscription.publication.source }]
    : [];
