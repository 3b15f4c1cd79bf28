import { createSocket } from "node:dgram";

export interface LossyPath {
  /** A description of ours that leads through this path. */
  lead(sdp: string): string;
  /** Every so many-th packet of media towards the client is lost; 0 for none. Handshakes and reports pass. */
  losesEvery: number;
  lost: number;
  close(): void;
}

/** A way of one client's connection to the media process that loses packets, on loopback. */
export async function createLossyPath(): Promise<LossyPath> {
  const [near, far] = [createSocket("udp4"), createSocket("udp4")];
  await Promise.all(
    [near, far].map((socket) => new Promise<void>((done) => socket.bind(0, "127.0.0.1", done))),
  );
  let client: { address: string; port: number } | null = null;
  let process: number | null = null;
  let count = 0;
  const path: LossyPath = {
    losesEvery: 0,
    lost: 0,
    lead(sdp) {
      process ??= Number(/a=candidate:\S+ 1 udp \d+ 127\.0\.0\.1 (\d+)/.exec(sdp)?.[1]);
      const lines = sdp
        .split("\r\n")
        .filter((line) => !/^a=candidate:.* (?!127\.0\.0\.1 )\S+ \d+ typ/.test(line));
      return lines
        .map((line) => line.replace(/(127\.0\.0\.1) \d+ typ/, `$1 ${near.address().port} typ`))
        .join("\r\n");
    },
    close() {
      near.close();
      far.close();
    },
  };
  near.on("message", (datagram, from) => {
    client = from;
    if (process !== null) far.send(datagram, process, "127.0.0.1");
  });
  far.on("message", (datagram) => {
    if (isMedia(datagram) && path.losesEvery > 0) {
      count += 1;
      if (count % path.losesEvery === 0) {
        path.lost += 1;
        return;
      }
    }
    if (client) near.send(datagram, client.port, client.address);
  });
  return path;
}

const isMedia = (datagram: Buffer) => {
  const [first = 0, second = 0] = datagram;
  return first >= 128 && first < 192 && (second < 192 || second > 223);
};
