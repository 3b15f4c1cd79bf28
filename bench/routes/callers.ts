import type { Owned, World } from "../ground.ts";

/** Who sends requests, in turn, with the headers by which Convene and the floor know them. */
export interface Callers {
  lists: Record<string, readonly string[]>;
  convene: Record<string, string>;
  floor: Record<string, string>;
}

const floor = { "x-organization": "{organizations}", "x-person": "{people}" };
const token = { authorization: "Bearer {tokens}" };

/** For each of these things the administrator of its organization: hardly two requests in a row are of one tenant. */
export function ownersOf({ organizations }: World, things: readonly Owned[]): Callers {
  const byId = new Map(organizations.map((organization) => [organization.id, organization.admin]));
  const owners = things.map(({ organizationId }) => byId.get(organizationId));
  return {
    lists: {
      ids: things.map(({ id }) => id),
      organizations: things.map(({ organizationId }) => organizationId),
      people: owners.map((owner) => owner?.id ?? ""),
      tokens: owners.map((owner) => owner?.token ?? ""),
    },
    ...{ convene: token, floor },
  };
}

/** The administrator of every organization. */
export const everyAdmin = (world: World): Callers =>
  ownersOf(
    world,
    world.organizations.map(({ id }) => ({ id, organizationId: id })),
  );

/** One organization's administrator, for things of it. */
export const oneAdmin = (world: World, ids: readonly string[] = [""]): Callers =>
  ownersOf(
    world,
    ids.map((id) => ({ id, organizationId: world.organizationId })),
  );

/** One organization's API key. */
export const oneKey = (world: World, ids: readonly string[] = [""]): Callers => ({
  ...oneAdmin(world, ids),
  convene: { authorization: `Bearer ${world.apiKey}` },
});
