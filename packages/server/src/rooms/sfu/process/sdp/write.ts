import { isIPv6 } from "node:net";
import type { Fingerprint } from "../transport/secure.ts";
import { midUri, type Section } from "./read.ts";

/** Our end of one connection. */
export interface LocalEnd {
  ufrag: string;
  password: string;
  fingerprint: Fingerprint;
  announced: readonly { address: string; port: number }[];
  /** Of the SDP's origin line; grows with each description of one connection. */
  version: number;
}

/** Payload types of what we send. */
export const payloadTypes = { video: 96, audio: 111 } as const;

/** A media section of an offer to a subscriber. */
export interface OfferedSection {
  mid: string;
  kind: "audio" | "video";
  /** What it carries; null while nothing does. */
  stream: { ssrc: number; cname: string; id: string } | null;
}

/** What we take of a section of a publisher's offer: at most this many bit/s; null for what we take nothing of. */
export interface Taken {
  section: Section;
  bitrate: number | null;
}

/** The offer to a subscriber. */
export function writeOffer(end: LocalEnd, sections: readonly OfferedSection[]): string {
  const parts = sections.map(({ mid, kind, stream }, index) => {
    const type = payloadTypes[kind];
    return [
      `m=${kind} 9 UDP/TLS/RTP/SAVPF ${type}`,
      "c=IN IP4 0.0.0.0",
      ...transportLines(end, "actpass", index === 0),
      `a=mid:${mid}`,
      stream ? "a=sendonly" : "a=inactive",
      "a=rtcp-mux",
      "a=rtcp-rsize",
      ...codecLines(kind, type),
      ...(stream
        ? [`a=msid:${stream.id} ${stream.id}-${kind}`, `a=ssrc:${stream.ssrc} cname:${stream.cname}`]
        : []),
    ];
  });
  return assemble(
    end,
    sections.map(({ mid }) => mid),
    parts,
  );
}

/** The answer to a publisher: sections in the order of the offer, with the offer's payload types. */
export function writeAnswer(end: LocalEnd, taken: readonly Taken[]): string {
  const mids = taken.filter(isKept).map(({ section }) => section.mid);
  const parts = taken.map((one) => answerSection(end, one, one.section.mid === mids[0]));
  return assemble(end, mids, parts);
}

/** Sections of a kind and codec that we know stay open without sending, so that they can be used again. */
const isKept = ({ section }: Taken) => section.isAccepted && section.payloadType !== null;

function answerSection(end: LocalEnd, one: Taken, isFirst: boolean): string[] {
  const { section, bitrate } = one;
  const { mid, kind, protocol, payloadType, midExtension, formats } = section;
  if (!isKept(one) || payloadType === null) {
    return [`m=${kind} 0 ${protocol} ${formats[0] ?? 0}`, "c=IN IP4 0.0.0.0", `a=mid:${mid}`, "a=inactive"];
  }
  return [
    `m=${kind} 9 ${protocol} ${payloadType}`,
    "c=IN IP4 0.0.0.0",
    ...(bitrate === null ? [] : [`b=AS:${Math.ceil(bitrate / 1_000)}`, `b=TIAS:${bitrate}`]),
    ...transportLines(end, "passive", isFirst),
    `a=mid:${mid}`,
    ...(midExtension === null ? [] : [`a=extmap:${midExtension} ${midUri}`]),
    bitrate === null ? "a=inactive" : "a=recvonly",
    "a=rtcp-mux",
    "a=rtcp-rsize",
    ...codecLines(kind === "video" ? "video" : "audio", payloadType),
  ];
}

function codecLines(kind: "audio" | "video", type: number): string[] {
  if (kind === "audio") {
    return [`a=rtpmap:${type} opus/48000/2`, `a=fmtp:${type} minptime=10;useinbandfec=1`];
  }
  return [
    `a=rtpmap:${type} VP8/90000`,
    ...["goog-remb", "ccm fir", "nack", "nack pli"].map((feedback) => `a=rtcp-fb:${type} ${feedback}`),
  ];
}

function transportLines(end: LocalEnd, setup: string, isFirst: boolean): string[] {
  return [
    `a=ice-ufrag:${end.ufrag}`,
    `a=ice-pwd:${end.password}`,
    `a=fingerprint:${end.fingerprint.algorithm} ${end.fingerprint.value}`,
    `a=setup:${setup}`,
    // All sections share one transport, the first one's.
    ...(isFirst ? candidateLines(end.announced) : []),
  ];
}

/** Host candidates of RFC 8445, 5.1.2: type preference 126, the announced order as local preference. */
function candidateLines(announced: LocalEnd["announced"]): string[] {
  const lines = announced.map(({ address, port }, index) => {
    const local = 65_535 - index * 16 - (isIPv6(address) ? 8 : 0);
    const priority = 126 * 2 ** 24 + local * 2 ** 8 + 255;
    return `a=candidate:${index + 1} 1 udp ${priority} ${address} ${port} typ host`;
  });
  return [...lines, "a=end-of-candidates"];
}

function assemble(end: LocalEnd, bundled: string[], parts: string[][]): string {
  const lines = [
    "v=0",
    `o=- 1 ${end.version} IN IP4 127.0.0.1`,
    "s=-",
    "t=0 0",
    "a=ice-lite",
    ...(bundled.length > 0 ? [`a=group:BUNDLE ${bundled.join(" ")}`] : []),
    "a=msid-semantic: WMS *",
    ...parts.flat(),
  ];
  return `${lines.join("\r\n")}\r\n`;
}
