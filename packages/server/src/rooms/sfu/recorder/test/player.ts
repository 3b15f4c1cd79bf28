import { readFileSync } from "node:fs";
import type { Visitor } from "../../../../../test/chromium.ts";

/** What a browser makes of a recording's file. */
export interface Played {
  /** Seconds. */
  duration: number;
  width: number;
  height: number;
  /** How many different pictures were seen at ten moments spread over the file. */
  pictures: number;
  /** Seconds of sound, and how loud it is: 0 is silence, 1 as loud as can be. */
  soundDuration: number;
  loudness: number;
}

/** Decodes a whole file in a real browser, pictures and sound. A page on loopback must be open in it. */
export async function play({ page }: Visitor, path: string): Promise<Played> {
  const file = readFileSync(path).toString("base64");
  return (await page.evaluate(`(${decode})(${JSON.stringify(file)})`)) as Played;
}

/** Runs in the page. */
const decode = `async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const video = document.createElement("video");
  const when = (event) => new Promise((resolve, reject) => {
    video.addEventListener(event, resolve, { once: true });
    video.addEventListener("error", () => reject(new Error(video.error.message)), { once: true });
  });
  const loaded = when("loadeddata");
  video.src = URL.createObjectURL(new Blob([bytes], { type: "video/webm" }));
  await loaded;
  const { duration, videoWidth: width, videoHeight: height } = video;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [64, 48];
  const context = canvas.getContext("2d");
  const pictures = new Set();
  for (let n = 1; n <= 10 && width > 0; n += 1) {
    const sought = when("seeked");
    video.currentTime = ((Number.isFinite(duration) ? duration : 2) * n) / 11;
    await sought;
    context.drawImage(video, 0, 0, 64, 48);
    pictures.add(canvas.toDataURL());
  }
  const silence = { duration: 0, getChannelData: () => [] };
  const sound = await new OfflineAudioContext(1, 48000, 48000).decodeAudioData(bytes.buffer).catch(() => silence);
  const samples = sound.getChannelData(0);
  let energy = 0;
  for (const sample of samples) energy += sample * sample;
  const loudness = samples.length > 0 ? Math.sqrt(energy / samples.length) : 0;
  return { duration, width, height, pictures: pictures.size, soundDuration: sound.duration, loudness };
}`;
