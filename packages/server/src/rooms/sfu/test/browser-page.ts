import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Visitor } from "../../../../test/chromium.ts";
import type { Sfu } from "../port.ts";

/** Somebody in a browser, who talks with the media process as the room's page does, but without the room. */
export interface BrowserPeer {
  publish(sources: string[]): Promise<void>;
  /** Of what it receives, by `<from> <source>`: frames decoded so far, or energy heard so far. */
  seen(): Promise<Record<string, number>>;
  /** bit/s that its camera sends, measured over two seconds. */
  sentBitrate(): Promise<number>;
  /** How the media reached it. */
  candidateTypes(): Promise<string[]>;
}

/** A blank page on loopback, where a browser lets a page use its devices. */
export async function serveBlankPage(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>media</title>"),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

export async function joinFromBrowser(
  { page }: Visitor,
  url: string,
  sfu: Sfu,
  { roomId, id, rtc = {} }: { roomId: string; id: string; rtc?: object },
): Promise<BrowserPeer> {
  await page.goto(url);
  await page.exposeFunction("tellPublish", (sdp: string, tracks: never) => sfu.publish(id, { sdp, tracks }));
  await page.exposeFunction("tellAnswer", (sdp: string, negotiation: number) =>
    sfu.answer(id, { sdp, negotiation }),
  );
  await page.evaluate(`const rtc = ${JSON.stringify(rtc)}; ${script}`);
  sfu.onEvent((event) => {
    if (event.type === "offer" && event.peerId === id) {
      page.evaluate(`takeOffer(${JSON.stringify(event)})`).catch(() => {});
    }
  });
  await sfu.join({ roomId, peerId: id, receives: true });
  const run = <T>(expression: string) => page.evaluate(expression) as Promise<T>;
  return {
    publish: (sources) => run(`publish(${JSON.stringify(sources)})`),
    seen: () => run("seen()"),
    sentBitrate: () => run("sentBitrate()"),
    candidateTypes: () => run("candidateTypes()"),
  };
}

/** Runs in the page. One media section for each source, re-used when it comes again. */
const script = `
window.publishing = new RTCPeerConnection(rtc);
window.subscribing = new RTCPeerConnection(rtc);
window.transceivers = new Map();
window.carried = new Map();
window.wanted = { camera: "video", microphone: "audio" };
window.turn = Promise.resolve();
window.takeOffer = ({ sdp, negotiation, tracks }) => {
  window.turn = window.turn.then(async () => {
    window.carried = new Map(tracks.map((track) => [track.mid, track.from + " " + track.source]));
    await subscribing.setRemoteDescription({ type: "offer", sdp });
    await subscribing.setLocalDescription();
    await tellAnswer(subscribing.localDescription.sdp, negotiation);
  });
  return window.turn;
};
subscribing.ontrack = ({ track }) => {
  const player = document.createElement(track.kind);
  player.autoplay = true;
  player.srcObject = new MediaStream([track]);
  document.body.append(player);
};
window.publish = async (sources) => {
  window.media ??= await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 }, audio: true });
  for (const source of Object.keys(wanted)) {
    const known = transceivers.get(source);
    const track = media.getTracks().find(({ kind }) => kind === wanted[source]);
    if (sources.includes(source) && !known) {
      transceivers.set(source, publishing.addTransceiver(track, { direction: "sendonly" }));
    } else if (known) {
      known.direction = sources.includes(source) ? "sendonly" : "inactive";
    }
  }
  await publishing.setLocalDescription();
  const tracks = sources.map((source) => ({ source, mid: transceivers.get(source).mid }));
  const { sdp } = await tellPublish(publishing.localDescription.sdp, tracks);
  await publishing.setRemoteDescription({ type: "answer", sdp });
};
window.seen = async () => {
  const found = {};
  for (const stats of (await subscribing.getStats()).values()) {
    if (stats.type !== "inbound-rtp" || !carried.has(stats.mid)) continue;
    found[carried.get(stats.mid)] = stats.kind === "video" ? (stats.framesDecoded ?? 0) : (stats.totalAudioEnergy ?? 0);
  }
  return found;
};
window.sentBitrate = async () => {
  const bytes = async () =>
    [...(await publishing.getStats()).values()]
      .filter(({ type, kind }) => type === "outbound-rtp" && kind === "video")
      .reduce((sum, { bytesSent }) => sum + bytesSent, 0);
  const before = await bytes();
  await new Promise((done) => setTimeout(done, 2000));
  return ((await bytes()) - before) * 4;
};
window.candidateTypes = async () => {
  const found = [];
  for (const connection of [publishing, subscribing]) {
    const all = [...(await connection.getStats()).values()];
    const pair = all.find(({ type, nominated, state }) => type === "candidate-pair" && nominated && state === "succeeded");
    found.push(all.find(({ id }) => id === pair?.localCandidateId)?.candidateType ?? "none");
  }
  return found;
};
0`;
