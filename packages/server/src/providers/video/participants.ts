import type { Occurrence } from "#rooms/occurrence.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who a provider tells of: our participant where it says our id, else somebody whom it alone knows. */
export const namedParticipant = (
  identity: string,
  name: unknown,
): Extract<Occurrence, { kind: "joined" }>["participant"] =>
  uuid.test(identity)
    ? { id: identity }
    : {
        key: identity.slice(0, 190),
        name: (typeof name === "string" && clean(name)) || clean(identity) || "Guest",
      };

const clean = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, 200);
