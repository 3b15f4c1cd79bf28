import assert from "node:assert/strict";
import type { Chromium, Visitor } from "../../server/test/chromium.ts";

/** A small phone, held upright. */
export const phone = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true } as const;

/** Somebody who answers a questionnaire in a browser. */
export interface Prospect extends Visitor {
  /** Waits until this is asked. */
  asked(question: string): Promise<void>;
  /** Checks that everybody can use the page as it is at this moment, and that it fits its screen. */
  fits(): Promise<void>;
  /** Writes into the field of this question, and sends. */
  write(question: string, text: string): Promise<void>;
  press(name: string): Promise<void>;
  /** Presses a button that stands with this answered question. */
  pressAt(question: string, name: string): Promise<void>;
  /** Waits until the focus is on the button that says this. */
  focused(name: string): Promise<void>;
  /** Waits until something is to be read somewhere. */
  reads(text: string | RegExp): Promise<void>;
  /** The answers that are shown, in their order. */
  answers(): Promise<string[]>;
  /** How many bytes came over the network since they are here: compressed, and without what is kept. */
  loaded(): number;
}

export async function prospect(
  browser: Chromium,
  address: string,
  options: Parameters<Chromium["visitor"]>[0] = {},
): Promise<Prospect> {
  const visitor = await browser.visitor({ reducedMotion: "reduce", ...options });
  const { page } = visitor;
  const loaded = await countBytes(page);
  await page.goto(address);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  return {
    ...visitor,
    loaded,
    asked: (question) => page.locator(".present .said", { hasText: question }).waitFor(),
    async fits() {
      assert.deepEqual(await visitor.axe(), []);
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(isWide, false, "it is wider than the screen");
    },
    async write(question, text) {
      await page.getByLabel(question).fill(text);
      await page.getByLabel(question).press("Enter");
    },
    press: (name) => button(name).click(),
    pressAt: (question, name) =>
      page.locator(".turn", { hasText: question }).getByRole("button", { name }).click(),
    focused: (name) => page.locator("button:focus", { hasText: name }).waitFor(),
    reads: (text) => page.getByText(text).first().waitFor(),
    answers: () => page.locator(".own .bubble [dir]").allTextContents(),
  };
}

async function countBytes(page: Visitor["page"]): Promise<() => number> {
  const network = await page.context().newCDPSession(page);
  let bytes = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await network.send("Network.enable");
  return () => bytes;
}
