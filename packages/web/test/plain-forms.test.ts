import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Chromium, startChromium, type Visitor } from "../../server/test/chromium.ts";
import { publish, questions } from "../../server/test/questionnaire.ts";
import type { TestServer } from "../../server/test/server.ts";
import { startSite } from "./site.ts";

let server: TestServer;
let chromium: Chromium;
before(async () => {
  server = await startSite();
  chromium = await startChromium();
});
after(async () => {
  await chromium?.close();
  await server?.close();
});

/** What axe finds, and what does not fit on the screen. */
async function troubles({ page, axe }: Visitor): Promise<string[]> {
  const tooWide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  return [...(await axe()), ...(Number(tooWide) > 0 ? [`${tooWide} pixels too wide`] : [])];
}

test("without scripts a questionnaire is answered by keyboard on a phone, in the light and in the dark", async () => {
  const { path } = await publish(server, { questions, introduction: "Welcome" });
  for (const colorScheme of ["light", "dark"] as const) {
    const viewport = { width: 375, height: 667 };
    const visitor = await chromium.visitor({ viewport, colorScheme });
    const { page } = visitor;
    // Where scripts are off for good, nothing could look at the page either.
    await page.route("**/assets/*.js", (route) =>
      route.fulfill({ contentType: "text/javascript", body: "" }),
    );
    const fine = async () => assert.deepEqual(await troubles(visitor), [], await page.title());
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const isShown = async (text: string) => {
      await page.getByText(text, { exact: true }).first().waitFor();
      // A page's words are there before its field has the focus, which is given when it is drawn.
      await page.waitForLoadState("load");
      await page.evaluate(
        "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))",
      );
    };
    await page.goto(server.url + path);
    await fine();
    await press("Tab", "Enter");
    await isShown("Question 1 of about 7");
    await page.keyboard.type("Jane Smith");
    await press("Enter");
    await isShown("Question 2 of about 7");
    await fine();
    // A browser takes it for an address, and the server does not.
    await page.keyboard.type("jane@nowhere");
    await press("Enter");
    await isShown("There is a problem");
    await fine();
    await press("End");
    await page.keyboard.type(".example");
    await press("Enter");
    await isShown("Question 3 of about 7");
    await page.keyboard.type("950");
    await press("Enter");
    await isShown("Do you have pets?");
    await fine();
    await press("Tab", "ArrowDown", "Enter");
    await isShown("How many rooms?");
    await press("Tab", "Space", "Enter");
    await isShown("From when?");
    await fine();
    await page.getByRole("button", { name: "Skip this question" }).press("Enter");
    await isShown("Check your answers");
    await fine();
    await page.getByRole("link", { name: /Change.*rent/ }).press("Enter");
    await isShown("Save the change");
    await press("ControlOrMeta+a");
    await page.keyboard.type("1000.50");
    await press("Enter");
    await isShown("€1,000.50");
    await page.getByRole("button", { name: "Send your answers" }).press("Enter");
    await isShown("The decision will be sent to jane@nowhere.example.");
    await fine();
    await page.getByRole("link", { name: "See what becomes of it" }).press("Enter");
    await isShown("In review");
    await fine();
    const others = visitor.complaints.filter((complaint) => !complaint.includes("422"));
    assert.deepEqual(others, []);
    await visitor.leave();
  }
});
