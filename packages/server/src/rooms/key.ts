import type { Author } from "#events/append.ts";

/** What makes a participant the same whenever they come: a person, an invitation, or a provider's name for somebody. */
export const keyOf = {
  person: (id: string): string => `person:${id}`,
  invitation: (id: string): string => `invite:${id}`,
  stranger: (name: string): string => `provider:${name}`,
} as const;

/** Which of these a key is. */
export function readKey(key: string): { personId: string | null; invitationId: string | null } {
  const [kind, id = ""] = split(key);
  return { personId: kind === "person" ? id : null, invitationId: kind === "invite" ? id : null };
}

/** The id, or the provider's name, in a key. */
export const idOf = (key: string): string => split(key)[1];

/** Who made something happen; a guest has no account that could be named. */
export function authorOf(key: string): Author {
  const { personId } = readKey(key);
  return personId === null ? { kind: "system", id: null } : { kind: "person", id: personId };
}

const split = (key: string): [string, string] => {
  const at = key.indexOf(":");
  return [key.slice(0, at), key.slice(at + 1)];
};
