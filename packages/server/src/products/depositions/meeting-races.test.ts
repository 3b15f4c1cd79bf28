import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { depositionRequest } from "../../../test/build-depositions.ts";
import { roomsOf } from "../../../test/build-rooms.ts";
import { startZoomServer, type ZoomServer } from "../../../test/zoom-server.ts";
import { prepareConfirmation } from "./operations/prepare-meeting.ts";

let zoom: ZoomServer;
before(async () => {
  zoom = await startZoomServer();
});
after(() => zoom.close());

test("a confirmation that another one overtakes before its meeting is made takes and makes nothing", async () => {
  const { server, sandbox } = zoom;
  const organizationId = await server.build.organization({ selfService: false });
  const asking = await server.memberApi(organizationId, "Coach");
  const admin = await server.build.person({ platformAdmin: true, organizationId });
  const details = { video_provider: "zoom_meeting" };
  const { body } = await asking.post(
    "/api/v1/sessions",
    depositionRequest({ session: { title: "Overtaken" }, details }),
  );
  const [{ id }] = body.requests;
  const confirm = () => server.api(admin.token).post(`/api/v1/session_requests/${id}/confirm`);
  const actor: Actor = {
    ...{ kind: "person", id: admin.id, organizationId, role: "PlatformAdmin" },
    ...{ scopes: null, selfService: false, plan: "enterprise" },
  };
  const { database } = roomsOf(server).parts;
  const preparing = { database, now: server.clock(), actor, repeatable: null };
  const unasked = () => assert.fail();
  const slow = {
    async find() {
      assert.equal((await confirm()).status, 200);
      return {
        ...{ findMeetings: unasked, readMeeting: unasked, createMeeting: unasked },
        ...{ updateMeeting: unasked, deleteMeeting: unasked },
      };
    },
  };
  assert.equal(await prepareConfirmation(slow, preparing, String(id), {}), null);
  const slugs = await server.db.query<{ slug: string }>("select slug from session_slugs");
  assert.deepEqual([slugs, sandbox.meetings().length], [[{ slug: "overtaken" }], 1]);
  assert.equal((await confirm()).body.code, "refused_transition");
});
