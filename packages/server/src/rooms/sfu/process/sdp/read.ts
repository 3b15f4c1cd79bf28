import { SfuRefusal } from "../../refusal.ts";
import type { Fingerprint } from "../transport/secure.ts";

/** A media section of a client's description. */
export interface Section {
  mid: string;
  /** As the m-line has it; anything but audio and video is turned down. */
  kind: string;
  protocol: string;
  /** False where the m-line turned it down with port 0. */
  isAccepted: boolean;
  sends: boolean;
  receives: boolean;
  formats: string[];
  /** Of VP8 in video, of Opus in audio; null where the client has it not. */
  payloadType: number | null;
  ssrcs: number[];
  /** Number of the header extension that names the section; null where it is not offered. */
  midExtension: number | null;
}

/** What we need of a client's description: with ICE-lite neither its candidates nor its ICE credentials. */
export interface Description {
  fingerprints: Fingerprint[];
  setup: "active" | "passive" | "actpass";
  sections: Section[];
}

const largestSdp = 200_000;
/** Sections are re-used, so that no honest client has more. */
const mostSections = 64;
const algorithms = ["sha-256", "sha-384", "sha-512"];

/** Reads an offer or answer. Refuses (`invalid_sdp`) with what is wrong in words. */
export function readDescription(sdp: string): Description {
  if (sdp.length > largestSdp) refuse("it is too long");
  const lines = sdp.split(/\r\n|\n/).filter((line) => line !== "");
  if (lines[0] !== "v=0") refuse("it does not begin with v=0");
  const starts = lines.flatMap((line, index) => (line.startsWith("m=") ? [index] : []));
  if (starts.length === 0) refuse("it has no media");
  if (starts.length > mostSections) refuse("it has too many media sections");
  const common = lines.slice(0, starts[0]);
  const parts = starts.map((start, index) => lines.slice(start, starts[index + 1]));
  const sections = parts.map((part) => readSection(part));
  if (new Set(sections.map(({ mid }) => mid)).size < sections.length)
    refuse("two media sections share a mid");
  const fingerprints = readFingerprints([common, ...parts].flat());
  if (fingerprints.length === 0) refuse("it has no fingerprint of a certificate");
  checkBundle(common, sections);
  return { fingerprints, setup: readSetup([common, ...parts].flat()), sections };
}

export function refuse(why: string): never {
  throw new SfuRefusal("invalid_sdp", `The media description (SDP) cannot be used: ${why}.`);
}

function readSection(lines: string[]): Section {
  const [kind = "", port = "", protocol = "", ...formats] = (lines[0] ?? "").slice(2).split(" ");
  if (!/^[a-z]{1,20}$/.test(kind)) refuse("an m-line is malformed");
  const mid = valuesOf(lines, "mid")[0];
  if (!mid || !/^[A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,32}$/.test(mid)) refuse("a media section has no usable mid");
  if (!/^[0-9]{1,5}$/.test(port) || !/^[A-Za-z0-9/]{3,30}$/.test(protocol)) refuse("an m-line is malformed");
  if (formats.length > 100 || formats.some((format) => !/^[A-Za-z0-9-]{1,30}$/.test(format))) {
    refuse("the formats of an m-line are malformed");
  }
  const has = (direction: string) => lines.includes(`a=${direction}`);
  const isInactive = has("inactive");
  return {
    mid,
    kind,
    protocol,
    isAccepted: port !== "0",
    sends: !isInactive && !has("recvonly"),
    receives: !isInactive && !has("sendonly"),
    formats,
    payloadType: payloadTypeOf(lines, kind, formats),
    ssrcs: readSsrcs(lines),
    midExtension: readMidExtension(lines),
  };
}

const valuesOf = (lines: string[], name: string): string[] =>
  lines.filter((line) => line.startsWith(`a=${name}:`)).map((line) => line.slice(name.length + 3).trim());

const codecs: Record<string, RegExp> = { video: /^VP8\/90000$/i, audio: /^opus\/48000\/2$/i };

function payloadTypeOf(lines: string[], kind: string, formats: string[]): number | null {
  const wanted = codecs[kind];
  for (const map of valuesOf(lines, "rtpmap")) {
    const [type = "", codec = ""] = map.split(" ");
    if (wanted?.test(codec) && formats.includes(type) && Number(type) < 128) return Number(type);
  }
  return null;
}

/** The first of each group is the media itself, those after it are its repair; without groups, each is media. */
function readSsrcs(lines: string[]): number[] {
  const all = valuesOf(lines, "ssrc").map((value) => Number(value.split(" ")[0]));
  const repair = new Set(
    valuesOf(lines, "ssrc-group")
      .flatMap((value) => value.split(" ").slice(2))
      .map(Number),
  );
  const usable = all.filter((ssrc) => Number.isInteger(ssrc) && ssrc > 0 && ssrc <= 0xffffffff);
  return [...new Set(usable)].filter((ssrc) => !repair.has(ssrc)).slice(0, 4);
}

function readMidExtension(lines: string[]): number | null {
  for (const value of valuesOf(lines, "extmap")) {
    const [id = "", uri] = value.split(" ");
    const number = Number.parseInt(id, 10);
    if (uri === midUri && number >= 1 && number <= 255) return number;
  }
  return null;
}

export const midUri = "urn:ietf:params:rtp-hdrext:sdes:mid";

function readFingerprints(lines: string[]): Fingerprint[] {
  const found = valuesOf(lines, "fingerprint").flatMap((text) => {
    const [algorithm = "", value = ""] = text.split(" ");
    const name = algorithm.toLowerCase();
    const isUsable = algorithms.includes(name) && /^([0-9a-f]{2}:){31,63}[0-9a-f]{2}$/i.test(value);
    return isUsable ? [{ algorithm: name, value: value.toUpperCase() }] : [];
  });
  const unique = new Map(found.map((fingerprint) => [fingerprint.value, fingerprint]));
  if (unique.size > 8) refuse("it has too many fingerprints");
  return [...unique.values()];
}

function readSetup(lines: string[]): Description["setup"] {
  const [setup = "actpass"] = valuesOf(lines, "setup");
  if (setup === "active" || setup === "actpass") return setup;
  return refuse("we wait for the client to begin the handshake, so its setup must be active or actpass");
}

/** Everything goes over one transport, with RTP and RTCP on one port: all browsers do so. */
function checkBundle(common: string[], sections: Section[]): void {
  const bundled = new Set(
    valuesOf(common, "group")
      .filter((group) => group.startsWith("BUNDLE"))
      .flatMap((group) => group.split(" ").slice(1)),
  );
  const alone = sections.find(({ mid, isAccepted }) => isAccepted && !bundled.has(mid));
  if (alone && sections.length > 1) refuse(`section ${alone.mid} is not in the BUNDLE group`);
}
