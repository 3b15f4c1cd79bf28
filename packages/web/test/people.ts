import { givePassword, signIn } from "../../server/test/build-identity.ts";
import type { BuiltPerson } from "../../server/test/builders.ts";
import type { Chromium, Visitor } from "../../server/test/chromium.ts";
import type { TestServer } from "../../server/test/server.ts";

type VisitorOptions = Parameters<Chromium["visitor"]>[0];

declare global {
  interface Window {
    /** What the page opened, oldest first; see `newcomer`. */
    opened: { connections: RTCPeerConnection[]; sockets: WebSocket[]; devices: MediaStreamTrack[] };
  }
}

/** Somebody in a browser without any account, whose connections a test can look into. */
export async function newcomer(browser: Chromium, options?: VisitorOptions): Promise<Visitor> {
  const visitor = await browser.visitor(options);
  await visitor.page.addInitScript(() => {
    const opened: Window["opened"] = { connections: [], sockets: [], devices: [] };
    window.opened = opened;
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      opened.devices.push(...stream.getTracks());
      return stream;
    };
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        opened.connections.push(this);
      }
    };
    window.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        opened.sockets.push(this);
      }
    };
  });
  return visitor;
}

/** The same, signed in already, under this name. */
export async function signedIn(
  site: TestServer,
  browser: Chromium,
  person: { id: string; name: string },
  options?: VisitorOptions,
): Promise<Visitor> {
  const [first = "", last = ""] = person.name.split(" ");
  const [row] = await site.db.query<{ email: string }>(
    "update people set first_name = $2, last_name = $3 where id = $1 returning email",
    [person.id, first, last],
  );
  await givePassword(site, person.id);
  const { cookie } = await signIn(site, { email: row?.email } as BuiltPerson);
  const [name = "", value = ""] = cookie.split("=");
  const visitor = await newcomer(browser, options);
  await visitor.page.context().addCookies([{ name, value, url: site.url }]);
  return visitor;
}

/** Cuts somebody off: what is open breaks, and nothing new gets through until they are `offline(false)`. */
export async function cutOff({ page, offline }: Visitor): Promise<void> {
  await offline(true);
  await page.evaluate(() => {
    for (const socket of window.opened.sockets) socket.close();
  });
}

/** Presses a button by the whole of its name, as soon as there is one. */
export const press = ({ page }: Visitor, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();
