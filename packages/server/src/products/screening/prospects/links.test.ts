import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "#kernel/ids.ts";
import { createVault } from "#kernel/vault.ts";
import { prospectLinks, readProspectKey } from "./links.ts";

const [vault, another] = ["one secret of a deployment", "another of another one"].map(createVault);
assert.ok(vault && another);
const links = prospectLinks(vault, "https://convene.example");

test("a session's links are the same each time, open one thing each, and are good on their deployment alone", () => {
  const [id, otherId] = [newId(), newId()];
  const secretIn = (url: string) => url.split("/").at(-1) ?? "";
  const status = secretIn(links.statusUrl(id));
  assert.equal(links.statusUrl(id), prospectLinks(vault, "https://convene.example").statusUrl(id));
  assert.equal(links.sessionOfStatus(status), id);
  assert.deepEqual(readProspectKey(secretIn(links.continueUrl("flats", id))), {
    sessionId: id,
    token: links.token(id),
  });
  const dead = [
    secretIn(links.continueUrl("flats", id)),
    status.replace(id, otherId),
    status.slice(0, -1),
    `${status}.x`,
    secretIn(prospectLinks(another, "https://convene.example").statusUrl(id)),
    "",
    ".",
  ];
  for (const secret of dead) assert.equal(links.sessionOfStatus(secret), null, secret);
});

test("the cookie is for this server alone, unseen by scripts, and never in clear where there is https", () => {
  const id = newId();
  const cookie = links.cookie("flats", id);
  assert.match(
    cookie,
    /^convene_chat_[0-9a-f]{16}=[0-9a-f-]{36}\.[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  );
  assert.doesNotMatch(prospectLinks(vault, "http://127.0.0.1:3000").cookie("flats", id), /Secure/);
  assert.notEqual(links.cookie("houses", id).split("=")[0], cookie.split("=")[0]);
});
