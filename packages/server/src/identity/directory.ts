import { LRUCache } from "lru-cache";
import type { Database, Statements } from "#database/tenancy.ts";
import { atMost } from "#kernel/at-most.ts";
import {
  findKeyStanding,
  findOrganizationSettings,
  findSignIn,
  findStanding,
  type KeyStanding,
  type OrganizationSettings,
  type SignInStanding,
  type Standing,
} from "./standing-store.ts";

/**
 * Who may do what, remembered in this process so that authentication costs no query. Every change in the
 * database is announced (migration 0002) and forgotten here at once; while the announcements cannot be heard,
 * nothing is remembered. So a change holds on every process within the 5 seconds in which a lost connection
 * shows (database/listener.ts). That somebody does not exist is never remembered.
 */
export interface Directory {
  person(id: string): Promise<Standing | null>;
  organization(id: string): Promise<OrganizationSettings | null>;
  key(id: string): Promise<KeyStanding | null>;
  signIn(id: string): Promise<SignInStanding | null>;
  /** Forgets what an announcement names: `person:…`, `key:…`, `sign_in:…` or `organization:…`. */
  forget(announcement: string): void;
  /** Says whether announcements are heard; forgets everything, since some may have been missed. */
  hearing(isHearing: boolean): void;
}

export function createDirectory(database: Database): Directory {
  let isHearing = false;
  // Raised by every announcement: what was read before one may be what it says has changed.
  let generation = 0;

  function remember<T extends object>(max: number, load: (tx: Statements, id: string) => Promise<T | null>) {
    const cache = new LRUCache<string, T>(atMost(max));
    const find = async (id: string): Promise<T | null> => {
      const known = cache.get(id);
      if (known) return known;
      const before = generation;
      const found = await load(database.forSystem(), id);
      if (found && isHearing && before === generation) cache.set(id, found);
      return found;
    };
    return { cache, find };
  }

  const people = remember<Standing>(50_000, findStanding);
  const organizations = remember<OrganizationSettings>(10_000, findOrganizationSettings);
  const keys = remember<KeyStanding>(10_000, findKeyStanding);
  const signIns = remember<SignInStanding>(20_000, findSignIn);
  const caches = new Map<string, { delete(id: string): void; clear(): void }>([
    ["person", people.cache],
    ["organization", organizations.cache],
    ["key", keys.cache],
    ["sign_in", signIns.cache],
  ]);

  return {
    person: people.find,
    organization: organizations.find,
    key: keys.find,
    signIn: signIns.find,
    forget(announcement) {
      generation += 1;
      const [kind = "", id = ""] = announcement.split(":");
      caches.get(kind)?.delete(id);
    },
    hearing(nowHearing) {
      generation += 1;
      isHearing = nowHearing;
      for (const cache of caches.values()) cache.clear();
    },
  };
}
