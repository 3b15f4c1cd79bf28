import { formatInstant, formatOptionalInstant } from "#kernel/instant.ts";
import type { Feed } from "./store.ts";

export const presentFeed = ({ createdAt, lastReadAt }: Omit<Feed, "personId">) => ({
  createdAt: formatInstant(createdAt),
  lastReadAt: formatOptionalInstant(lastReadAt),
});
