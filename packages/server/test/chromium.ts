import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { type Executable, shippedChromium } from "./shipped-chromium.ts";

/** A browser of a test; its people are `visitor`s, who share nothing but the process. */
export interface Chromium {
  /** Somebody new, with storage and cookies of their own. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
  /** Ends the browser with everybody in it. */
  close(): Promise<void>;
}

export interface Visitor {
  page: Page;
  /** What the page wrote to the console as an error, what it threw, and requests that got no answer; since the start. */
  complaints: readonly string[];
  /** Writes what is to be seen as a PNG. */
  screenshot(file: string): Promise<void>;
  /** What axe finds serious or critical in the page as it is now, one line each. */
  axe(): Promise<string[]>;
  /** Cuts the network for whatever is opened from now on, or gives it back. Open connections stay. */
  offline(isOffline: boolean): Promise<void>;
  leave(): Promise<void>;
}

/** What `getUserMedia` and `getDisplayMedia` find: devices that make a picture and beeps; a refusal; nothing at all. */
type Devices = "fake" | "refused" | "none";

const deviceFlags: Record<Devices, readonly string[]> = {
  fake: ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
  refused: ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream=deny"],
  none: ["--use-fake-device-for-media-stream=device-count=0", "--use-fake-ui-for-media-stream"],
};

/** A real Chromium without a window: the machine's, else the one that an npm package ships. */
export async function startChromium({ devices = "fake" }: { devices?: Devices } = {}): Promise<Chromium> {
  const { path, environment } = await findChromium();
  const browser = await chromium.launch({
    executablePath: path,
    env: { ...process.env, ...environment },
    chromiumSandbox: false,
    args: [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ...deviceFlags[devices],
    ],
    // What is muted is not decoded, and a test could not tell whether a voice arrives.
    ignoreDefaultArgs: ["--mute-audio"],
    timeout: patience,
  });
  return { visitor: (options) => visit(browser, options), close: () => browser.close() };
}

/** Milliseconds that a step may take on a busy machine; far more than it ever should. */
const patience = 60_000;

async function findChromium(): Promise<Executable> {
  const given = process.env.CONVENE_TEST_CHROMIUM;
  if (given === "shipped") return shippedChromium();
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = process.env.PATH?.split(":") ?? [];
  const places = folders.flatMap((folder) => names.map((name) => `${folder}/${name}`));
  const path = given ?? places.find((place) => existsSync(place));
  return path ? { path, environment: {} } : shippedChromium();
}

async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  // Of its own, not the machine's: where that is "C", a browser calls its language by a name that is no language tag.
  const usual = { viewport: { width: 1280, height: 800 }, locale: "en-US" };
  const context = await browser.newContext({ ...usual, ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  return {
    page,
    complaints: listen(page),
    screenshot: async (file) => void (await page.screenshot({ path: file })),
    axe: () => audit(page),
    offline: (isOffline) => context.setOffline(isOffline),
    leave: () => context.close(),
  };
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(String(error.stack ?? error)));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // What a page no longer wants when one goes on to another is no failure.
    if (reason !== "net::ERR_ABORTED")
      complaints.push(`${request.method()} ${new URL(request.url()).pathname}: ${reason}`);
  });
  return complaints;
}

interface Violation {
  id: string;
  impact: string | null;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** https://github.com/dequelabs/axe-core, as source: a tag would be refused by the page's Content-Security-Policy. */
const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

async function audit(page: Page): Promise<string[]> {
  // What is on its way from one colour to another has neither.
  await page.evaluate(
    `Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished))`,
  );
  await page.evaluate(`${axeSource}; 0`);
  const violations = (await page.evaluate("axe.run().then((result) => result.violations)")) as Violation[];
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary ?? ""}`),
    );
}
