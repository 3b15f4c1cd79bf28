import { takeTurns } from "../contest.ts";
import type { Chapter } from "../figures.ts";
import { rateOf, type Target } from "../load.ts";
import { turnsOf } from "../routes/measure.ts";
import { rowsFor } from "../routes/stage.ts";

/** The calendar that a program reads by a private URL: of a coach, whose sessions are those of ten mentorships. */
export const feed: Chapter = {
  name: "feed",
  title: "The calendar feed",
  async measure(ground, options) {
    const world = await ground.world(rowsFor(options.quick));
    // One address may read it a few hundred times in a minute; here each request names another, as a proxy would.
    const convene = await ground.startConvene(world.database, { TRUST_PROXY: "true" });
    const path = await makeFeed(convene.origin, world.coaches[0]?.token ?? "");
    const first = await fetch(convene.origin + path);
    const count = (await first.text()).split("BEGIN:VEVENT").length - 1;
    const { seconds, ...turns } = turnsOf(options);
    const meters = { server: convene.cpu, postgres: ground.postgresCpu };
    const contestant = (name: string, more: Partial<Target>) => {
      const headers = { "x-forwarded-for": "{addresses}", ...more.headers };
      const target: Target = { origin: convene.origin, method: "GET", path, lists, ...more, headers };
      return { name, round: () => rateOf(target, { seconds }, meters) };
    };
    const contestants = await takeTurns(
      [
        contestant("whole", { expected: [200] }),
        contestant("unchanged since", {
          headers: { "if-none-match": first.headers.get("etag") ?? "" },
          expected: [304],
        }),
      ],
      turns,
    );
    await convene.stop();
    await world.database.drop();
    return [{ what: `calendar feed of ${count} sessions`, unit: "requests/s", better: "more", contestants }];
  },
};

const lists = {
  addresses: Array.from(
    { length: 60_000 },
    (_, n) => `10.${n % 200}.${Math.floor(n / 200) % 250}.${n % 249}`,
  ),
};

/** The path under which a person's calendar is read. */
async function makeFeed(origin: string, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${origin}/api/me/calendar-feed`, { method: "POST", headers });
  if (answer.status !== 201) throw new Error(`no feed: ${answer.status} ${await answer.text()}`);
  const { data } = (await answer.json()) as { data: { url: string } };
  return new URL(data.url).pathname;
}
