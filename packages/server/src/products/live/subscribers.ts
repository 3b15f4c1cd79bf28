import type { Subscriber } from "#events/subscriber.ts";

/** The tasks of live, by the names under which their jobs are stored. */
export const tasks = { releaseSeats: "live.release-seats" } as const;

/** What follows in live from events of others. */
export const liveSubscriber: Subscriber = ({ organizationId, id, type, subjectId }) => {
  if (type !== "member.removed") return [];
  const payload = { organizationId, personId: subjectId };
  return [{ task: tasks.releaseSeats, key: `${tasks.releaseSeats}:${id}`, payload }];
};
