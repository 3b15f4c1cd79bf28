import { sources } from "../sfu/port.ts";
import type { Core } from "./core.ts";
import { blockedSources } from "./rules.ts";

/** Has the media process forward what this person may send, and nothing else. */
export async function keepAllowed(core: Core, id: string): Promise<void> {
  const person = core.state.people.get(id);
  const connectionId = person?.connectionId;
  if (!person || !connectionId || !core.media.has(connectionId)) return;
  const blocked = blockedSources(person);
  await core.media.allow(connectionId, blocked, false);
  await core.media.allow(
    connectionId,
    sources.filter((source) => !blocked.includes(source)),
    true,
  );
}
