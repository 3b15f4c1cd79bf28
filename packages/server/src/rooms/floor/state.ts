import type { Static } from "typebox";
import type { BookedParticipant } from "../book.ts";
import type { Awaits, Participant, ServerMessage } from "../protocol/messages.ts";

/** Somebody in the room. */
export interface Person extends Pick<BookedParticipant, "id" | "name" | "role" | "speaks" | "agreed"> {
  /** Of their present connection; null while they are away. */
  connectionId: string | null;
  camera: boolean;
  microphone: boolean;
  screen: boolean;
  hand: boolean;
  /** A host has muted them, and they have not said yet that their microphone is off. */
  isMuted: boolean;
  /** A host whose media is at an outside provider: here for the lobby alone. */
  isElsewhere: boolean;
}

/** Somebody in the lobby. */
export interface Waiting {
  id: string;
  name: string;
  connectionId: string;
  since: Date;
  awaits: Awaits;
  ahead: number | null;
}

/**
 * `asking`: it begins once everybody present has agreed. `starting`: they have, and whoever comes now must agree first,
 * as while it is `on`. `before`: when the last one ended.
 */
export type Recording =
  | { state: "off"; since: Date | null }
  | { state: "asking" | "starting"; by: Asking; before: Date | null }
  | { state: "on"; id: string; since: Date; by: Asking };

/** The host who asked for a recording. */
export type Asking = Pick<Person, "id" | "name">;

/** What there is in a running room, without its connections and its media. */
export interface RoomState {
  people: ReadonlyMap<string, Person>;
  lobby: ReadonlyMap<string, Waiting>;
  recording: Recording;
}

/** A message, and who gets it. */
export interface Say {
  to: "all" | "hosts" | { id: string };
  /** Who of them does not. */
  except?: string;
  message: ServerMessage;
}

/** What came of something that happened. */
export interface Step {
  state: RoomState;
  says: readonly Say[];
}

export const emptyRoom: RoomState = {
  people: new Map(),
  lobby: new Map(),
  recording: { state: "off", since: null },
};

/** Whoever has nothing switched on. */
export const switchedOff = { camera: false, microphone: false, screen: false } as const;

/** Somebody as the others see them. */
export const participantOf = (person: Person): Static<typeof Participant> => ({
  id: person.id,
  name: person.name,
  role: person.role,
  speaks: person.speaks,
  camera: person.camera,
  microphone: person.microphone,
  screen: person.screen,
  hand: person.hand,
  away: person.connectionId === null,
});

/** Those who take part here; hosts who are only here for the lobby do not. */
export const peopleHere = ({ people }: RoomState): Person[] =>
  [...people.values()].filter(({ isElsewhere }) => !isElsewhere);

/** Puts somebody into the room, or back into their place. */
export function enter(
  state: RoomState,
  booked: BookedParticipant,
  connectionId: string,
  isElsewhere = false,
): Step {
  const known = state.people.get(booked.id);
  const { id, name, role, speaks, agreed } = booked;
  const person: Person = {
    ...{ id, name, role, speaks, agreed, connectionId, isElsewhere },
    ...switchedOff,
    hand: known?.hand ?? false,
    isMuted: false,
  };
  const next = withPerson({ ...state, lobby: without(state.lobby, id) }, person);
  const says: Say[] = [];
  if (!isElsewhere) {
    const type = known ? "changed" : "joined";
    says.push({ to: "all", except: id, message: { type, participant: participantOf(person) } });
  }
  if (state.lobby.has(id)) says.push(...sayWaiting(next));
  else if (role === "host") says.push({ ...sayWaiting(next)[0], to: { id } } as Say);
  return { state: next, says };
}

/** Changes what is known of somebody in the room, and shows it to all. */
export function change(state: RoomState, id: string, changes: Partial<Person>): Step {
  const person = state.people.get(id);
  if (!person) return { state, says: [] };
  const changed = { ...person, ...changes };
  const next = withPerson(state, changed);
  const [before, after] = [participantOf(person), participantOf(changed)];
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  const says: Say[] =
    isSame || person.isElsewhere ? [] : [{ to: "all", message: { type: "changed", participant: after } }];
  if (person.role !== changed.role && changed.role === "host") {
    says.push({ ...sayWaiting(next)[0], to: { id } } as Say);
  }
  return { state: next, says };
}

/** Somebody's connection was cut: they keep their place for a while. */
export const cut = (state: RoomState, id: string): Step =>
  change(state, id, { connectionId: null, ...switchedOff });

/** Takes somebody out of the room or the lobby. */
export function leave(state: RoomState, id: string): Step {
  const person = state.people.get(id);
  const next = { ...state, people: without(state.people, id), lobby: without(state.lobby, id) };
  const says: Say[] = [];
  if (person && !person.isElsewhere) says.push({ to: "all", message: { type: "left", participantId: id } });
  if (state.lobby.has(id)) says.push(...sayWaiting(next));
  return { state: next, says };
}

/** Puts somebody into the lobby, or changes what they wait for. */
export function wait(state: RoomState, waiting: Waiting): Step {
  const known = state.lobby.get(waiting.id);
  const kept = { ...waiting, since: known?.since ?? waiting.since };
  const next = { ...state, lobby: new Map(state.lobby).set(waiting.id, kept) };
  const { awaits, ahead } = waiting;
  const isSame =
    known?.connectionId === waiting.connectionId && known.awaits === awaits && known.ahead === ahead;
  if (isSame) return { state: next, says: [] };
  return {
    state: next,
    says: [{ to: { id: waiting.id }, message: { type: "lobby", awaits, ahead } }, ...sayWaiting(next)],
  };
}

/** Tells hosts who is in the lobby. */
function sayWaiting({ lobby }: RoomState): [Say] {
  const people = Array.from(lobby.values(), ({ id, name, since, awaits }) => ({
    ...{ id, name, awaits },
    since: since.toISOString(),
  }));
  return [{ to: "hosts", message: { type: "waiting", people } }];
}

const withPerson = (state: RoomState, person: Person): RoomState => ({
  ...state,
  people: new Map(state.people).set(person.id, person),
});

function without<T>(map: ReadonlyMap<string, T>, id: string): ReadonlyMap<string, T> {
  if (!map.has(id)) return map;
  const rest = new Map(map);
  rest.delete(id);
  return rest;
}
