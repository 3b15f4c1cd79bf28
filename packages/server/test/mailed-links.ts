import assert from "node:assert/strict";
import { capturedMails } from "./mailbox.ts";
import type { TestServer } from "./server.ts";
import { settled } from "./travel.ts";

/** The tokens of the links to one page that were mailed to an address, the oldest first. */
export async function mailedTokens(server: TestServer, address: string, page: string): Promise<string[]> {
  await settled(server);
  const links = new RegExp(`http://convene\\.test${page}\\?token=([\\w-]+)`);
  return (await capturedMails(server, address))
    .map(({ email }) => links.exec(email.text ?? "")?.[1])
    .filter((token) => token !== undefined);
}

/** The token of the newest of them. */
export async function mailedToken(server: TestServer, address: string, page: string): Promise<string> {
  const token = (await mailedTokens(server, address, page)).at(-1);
  assert.ok(token, `no link to ${page} was mailed to ${address}`);
  return token;
}

/** The subjects of what was mailed to an address, the oldest first. */
export async function mailedSubjects(server: TestServer, address: string): Promise<string[]> {
  await settled(server);
  return (await capturedMails(server, address)).map(({ email }) => email.subject ?? "");
}
