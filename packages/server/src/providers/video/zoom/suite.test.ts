import { systemClock } from "#kernel/clock.ts";
import { newSecret } from "#kernel/ids.ts";
import { providerSuite, type SuiteEvent } from "../test/provider-suite.ts";
import { createZoom } from "./index.ts";
import { type SandboxEvent, writeNotification } from "./sandbox/notify.ts";
import { startZoomSandbox } from "./sandbox/server.ts";

const credentials = {
  ...{ accountId: newSecret(), clientId: newSecret(), clientSecret: newSecret(), userId: "me" },
  webhookSecret: newSecret(),
};

function eventOf({ kind, at, participantId, coming }: SuiteEvent): SandboxEvent {
  const participant = { uuid: `${participantId}-${coming}`, userId: String(coming), name: "Ada" };
  switch (kind) {
    case "began":
      return { event: "meeting.started", at };
    case "emptied":
      return { event: "meeting.ended", at };
    case "joined":
      return { event: "meeting.participant_joined", at, participant };
    case "left":
      return { event: "meeting.participant_left", at, participant };
    case "unknown":
      return { event: "meeting.sharing_started" as "meeting.started", at };
  }
}

providerSuite({
  name: "Zoom",
  async start() {
    const sandbox = await startZoomSandbox({
      ...{ clock: systemClock, joinBase: "http://convene.test/sandbox/zoom", credentials },
    });
    const { url } = sandbox;
    const { rooms } = createZoom({ credentials, apiUrl: url, oauthUrl: url, clock: systemClock });
    return {
      provider: rooms,
      made: () => sandbox.meetings().length,
      async notify(event) {
        const meeting = { id: event.reference, uuid: "run==", topic: "A session" };
        const { headers, body } = writeNotification(eventOf(event), meeting, {
          ...credentials,
          now: event.at,
        });
        return { headers, body: body.toString("utf8") };
      },
      close: () => sandbox.close(),
    };
  },
  at: (url, timeout) =>
    createZoom({
      ...{ credentials, apiUrl: url, oauthUrl: url, clock: systemClock },
      patience: { request: timeout, operation: timeout * 2 },
    }).rooms,
  async decode(details) {
    if (details.provider !== "zoom") throw new Error("these are no details of a meeting at Zoom");
    // The number stands in the link too; who comes by it, Zoom does not know.
    const number = /\/j\/(\d{11})\?pwd=/.exec(details.joinUrl)?.[1] ?? "";
    if (number !== String(details.meetingId)) throw new Error("the link leads to another meeting");
    return { room: number, person: null };
  },
  oldest: 5 * 60_000,
});
