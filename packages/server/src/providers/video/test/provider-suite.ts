import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { newId } from "#kernel/ids.ts";
import type { JoinDetails, ProvidedRoom, RoomProvider } from "#rooms/provider-port.ts";
import { freePort } from "../../../../test/free-ports.ts";

/** An adapter with whatever answers it, ready to be asked. */
export interface RunningProvider {
  provider: RoomProvider;
  /** Rooms that were made at the provider; null where none are made there. */
  made: (() => number) | null;
  /** A genuine notification as the provider sends it. */
  notify(event: SuiteEvent): Promise<{ headers: Record<string, string>; body: string }>;
  close(): Promise<void>;
}

export interface SuiteEvent {
  /** `unknown`: of a kind that no adapter knows. */
  kind: "began" | "emptied" | "joined" | "left" | "unknown";
  reference: string;
  at: Date;
  /** Of who joined or left. */
  participantId: string;
  /** Tells one coming from the next. A leave has the number of the coming that it ends. */
  coming: number;
}

export interface ProviderUnderTest {
  name: string;
  start(): Promise<RunningProvider>;
  /** The adapter, pointed at this address; null where it asks nobody over the network. */
  at: ((url: string, timeout: number) => RoomProvider) | null;
  /** Reads what one joins with by other means than the adapter's: who, and in which room. Throws for a bad token. */
  decode(details: JoinDetails, running: RunningProvider): Promise<{ room: string; person: string | null }>;
  /** Milliseconds after which a notification is too old; null where a genuine one is taken however late. */
  oldest: number | null;
}

const room = (): ProvidedRoom => ({
  organizationId: newId(),
  roomId: newId(),
  sessionId: newId(),
  reference: null,
  title: "Deposition of Ada Lovelace",
  startsAt: new Date(Date.now() + 3_600_000),
});

/** What every provider of rooms guarantees, whoever it is. */
export function providerSuite(subject: ProviderUnderTest): void {
  describe(`rooms at ${subject.name}`, () => {
    let running: RunningProvider;
    before(async () => {
      running = await subject.start();
    });
    after(() => running.close());

    it("are made once, however often they are asked for", async () => {
      const asked = room();
      const before = running.made?.();
      const first = await running.provider.prepare(asked);
      const again = await running.provider.prepare({ ...asked, reference: first.reference });
      const together = await Promise.all(
        [1, 2, 3].map(() => running.provider.prepare({ ...asked, ...first })),
      );
      assert.deepEqual([again, ...together], [first, first, first, first]);
      if (before !== undefined) assert.equal(running.made?.(), before + 1);
    });

    it("let somebody in with what a reader of its own makes sense of", async () => {
      const asked = room();
      const { reference } = await running.provider.prepare(asked);
      const participantId = newId();
      const person = { participantId, key: "person:ada", name: "Ada", role: "participant" } as const;
      const details = await running.provider.admit({ ...asked, reference }, person, new Date());
      assert.equal(details.provider, running.provider.name);
      const decoded = await subject.decode(details, running);
      assert.equal(decoded.room, reference);
      if (decoded.person !== null) assert.equal(decoded.person, participantId);
    });

    it("end once, and are no fault to end again", async () => {
      const { reference } = await running.provider.prepare(room());
      await running.provider.end?.({ reference });
      await running.provider.end?.({ reference });
    });

    if (subject.at) faults(subject.at);
    notifications(subject, () => running);
  });
}

/** Milliseconds that an adapter waits where an answer comes, and where none does. */
const [patience, brief] = [20_000, 400];

function faults(at: NonNullable<ProviderUnderTest["at"]>): void {
  const answering =
    (status: number, body: string): RequestListener =>
    (_request, response) =>
      response.writeHead(status, { "content-type": "application/json" }).end(body);
  const cases: [name: string, code: string, listener: RequestListener, wait?: number][] = [
    ["refuses the credentials", "provider_refused", answering(401, '{"code":1,"message":"no"}')],
    ["refuses the request", "provider_refused", answering(400, '{"code":4,"message":"no"}')],
    ["is overloaded", "provider_unavailable", answering(429, "{}")],
    ["is broken", "provider_unavailable", answering(500, "{}")],
    ["is down behind a gateway", "provider_unavailable", answering(502, "<html>Bad gateway</html>")],
    ["answers with no JSON", "provider_unavailable", answering(200, "<html>Welcome</html>")],
    ["never answers", "provider_unavailable", () => {}, brief],
    ["hangs up", "provider_unavailable", (request) => request.socket.destroy()],
    [
      "stops in the middle",
      "provider_unavailable",
      (_request, response) => void response.writeHead(200).write("{"),
      brief,
    ],
  ];
  for (const [name, code, listener, wait = patience] of cases) {
    it(`say \`${code}\` where the provider ${name}`, async () => {
      const server = createServer(listener);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      try {
        await assert.rejects(at(url, wait).prepare(room()), { name: "Refusal", code });
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
  }
  it("say `provider_unavailable` where nobody listens", async () => {
    const asked = at(`http://127.0.0.1:${await freePort()}`, patience).prepare(room());
    await assert.rejects(asked, { name: "Refusal", code: "provider_unavailable" });
  });
}

function notifications(subject: ProviderUnderTest, running: () => RunningProvider): void {
  const reference = "room-1";
  const participantId = newId();
  const at = new Date(Math.floor(Date.now() / 1000) * 1000);
  const event = (kind: SuiteEvent["kind"], coming = 1, moment = at): SuiteEvent => ({
    ...{ kind, reference, at: moment, participantId, coming },
  });
  const read = async (made: { headers: Record<string, string>; body: string }, now = at) =>
    running().provider.readNotification({ headers: made.headers, body: Buffer.from(made.body), now });
  const happening = async (made: SuiteEvent) => {
    const notified = await read(await running().notify(made));
    const happened = notified?.happened.find(({ occurrence }) => occurrence.kind === made.kind);
    assert.ok(happened, `${made.kind} is read`);
    return happened;
  };

  it("are told of what happens, by whoever it is, and when", async () => {
    for (const kind of ["began", "joined", "left", "emptied"] as const) {
      const happened = await happening(event(kind));
      assert.equal(happened.reference, reference);
      assert.equal(happened.occurrence.kind, kind);
      assert.ok(Math.abs(happened.occurrence.at.getTime() - at.getTime()) < 1000);
    }
  });

  it("tell a late leave from the coming that followed it", async () => {
    const [first, left, second] = [
      await happening(event("joined", 1, new Date(at.getTime() - 120_000))),
      await happening(event("left", 1)),
      await happening(event("joined", 2)),
    ].map(({ occurrence }) => ("connectionId" in occurrence ? occurrence.connectionId : null));
    assert.ok(first);
    assert.equal(left, first);
    assert.notEqual(second, first);
  });

  it("read a notification that comes twice as the same", async () => {
    const made = await running().notify(event("joined"));
    assert.deepEqual(await read(made), await read(made));
  });

  it("take no notice of an event that nobody knows", async () => {
    const notified = await read(await running().notify(event("unknown")));
    assert.deepEqual(notified?.happened, []);
  });

  it("refuse what is forged: unsigned, altered, or signed for other words", async () => {
    const [made, other] = [await running().notify(event("joined")), await running().notify(event("emptied"))];
    const altered = made.body.replace(reference, "room-2");
    assert.notEqual(altered, made.body);
    assert.equal(await read({ headers: {}, body: made.body }), null);
    assert.equal(await read({ headers: made.headers, body: altered }), null);
    assert.equal(await read({ headers: other.headers, body: made.body }), null);
    for (const [name, value] of Object.entries(made.headers)) {
      const short = { ...made.headers, [name]: value.slice(0, -2) };
      const isSignature = /signature|authorization/i.test(name);
      if (isSignature) assert.equal(await read({ headers: short, body: made.body }), null, name);
    }
  });

  it("refuse garbage without a fault", async () => {
    const { headers } = await running().notify(event("joined"));
    for (const body of ["", "{", "null", "[]", '"text"', "\u0000", "{}"]) {
      assert.equal(await read({ headers, body }), null, JSON.stringify(body));
    }
  });

  const { oldest } = subject;
  if (oldest !== null) {
    it("refuse what is too old", async () => {
      const made = await running().notify(event("joined"));
      assert.equal(await read(made, new Date(at.getTime() + oldest + 60_000)), null);
    });
  }
}
