import assert from "node:assert/strict";
import type { Visitor } from "../../server/test/chromium.ts";
import { eventually } from "../../server/test/eventually.ts";

type Page = Visitor["page"];

interface Look {
  /** The picture of everybody in the call, by name: enough of it to tell one frame from the next. */
  pictures: Record<string, string>;
  /** Of each track that arrives and moved since the last look: frames that were decoded, energy that was heard. */
  frames: Record<string, number>;
  energies: Record<string, number>;
}

/**
 * Waits until somebody sees moving pictures of all of these, and of nobody else but themselves, and hears as many
 * voices: frames are decoded, pixels on the page change, and the sound that is played has energy.
 */
export async function perceives(page: Page, names: readonly string[]): Promise<void> {
  const first = await look(page);
  await eventually(async () => {
    const now = await look(page);
    const others = Object.keys(now.pictures).filter((name) => !name.endsWith("(you)"));
    assert.deepEqual(others.sort(), [...names].sort(), "whom the page shows");
    for (const name of names) {
      assert.notEqual(now.pictures[name], "", `${name} has no picture`);
      assert.notEqual(now.pictures[name], first.pictures[name], `the picture of ${name} stands still`);
    }
    assert.equal(countGrown(first.frames, now.frames), names.length, "tracks of which frames are decoded");
    assert.equal(countGrown(first.energies, now.energies), names.length, "voices that are heard");
  });
}

const countGrown = (before: Record<string, number>, now: Record<string, number>): number =>
  Object.entries(now).filter(([track, value]) => value > (before[track] ?? 0)).length;

function look(page: Page): Promise<Look> {
  return page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [64, 48];
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const seen: Look = { pictures: {}, frames: {}, energies: {} };
    for (const tile of document.querySelectorAll("[data-person]")) {
      const words = tile.cloneNode(true) as Element;
      for (const drawing of words.querySelectorAll("[aria-hidden]")) drawing.remove();
      const name = words.textContent.split(/[,…]/)[0]?.trim() ?? "";
      const video = tile.querySelector("video");
      seen.pictures[name] = "";
      if (!video?.videoWidth || !context) continue;
      context.drawImage(video, 0, 0, 64, 48);
      seen.pictures[name] = context.getImageData(0, 0, 64, 48).data.join();
    }
    for (const connection of window.opened.connections) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== "inbound-rtp") continue;
        if (report.kind === "video") seen.frames[report.id + report.ssrc] = report.framesDecoded ?? 0;
        else seen.energies[report.id + report.ssrc] = report.totalAudioEnergy ?? 0;
      }
    }
    return seen;
  });
}
