import { test } from "node:test";
import { buildCrowd, createLive } from "../../../test/build-live.ts";
import { startTestServer } from "../../../test/server.ts";
test("x", async () => {
  const server = await startTestServer({ settings: { LOG_LEVEL: "error" } });
  const organization = await server.build.organization();
  const creator = server.api((await server.build.member(organization, "Manager")).token);
  console.time("crowd");
  const crowd = await buildCrowd(server, organization, 1000);
  console.timeEnd("crowd");
  for (const n of [1,2,3]) {
  const { id } = await createLive(creator, { max_participants: 100 });
  console.time("register");
  const answers = await Promise.all(crowd.map((p) => p.api.post(`/v1/sessions/${id}/register`, { waitlist: true })));
  console.timeEnd("register");
  console.time("get");
  await Promise.all(crowd.map((p) => p.api.get(`/v1/sessions/${id}`)));
  console.timeEnd("get");
  console.time("seq");
  for (const p of crowd.slice(0,200)) await p.api.get(`/v1/sessions/${id}`);
  console.timeEnd("seq");
  console.time("seqdel");
  for (const p of crowd.slice(0,200)) await p.api.delete(`/v1/sessions/${id}/register`);
  console.timeEnd("seqdel");
  }
  await server.close();
});
