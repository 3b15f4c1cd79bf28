import type { Static } from "typebox";
import type { RecordingState } from "../protocol/messages.ts";
import {
  type Asking,
  change,
  type Person,
  peopleHere,
  type Recording,
  type RoomState,
  type Say,
  type Step,
  switchedOff,
} from "./state.ts";

/** Whether somebody is asked for their agreement: who has declined, only when it begins without them all the same. */
export const mustConsent = ({ recording }: RoomState, { agreed }: Pick<Person, "agreed">): boolean =>
  recording.state !== "off" && agreed !== true && !(recording.state === "asking" && agreed === false);

/** Whether somebody may neither see and hear nor be seen and heard: it is recorded, and they have not agreed. */
export const isKeptOut = (state: RoomState, person: Pick<Person, "agreed">): boolean =>
  mustConsent(state, person) && state.recording.state !== "asking";

/** Who is in the room and has not agreed. Those who are away do not count: they are asked when they are back. */
export const whoIsMissing = (state: RoomState): Person[] =>
  peopleHere(state).filter(({ connectionId, agreed }) => connectionId !== null && agreed !== true);

/** The recording's state as somebody sees it. */
export function recordingFor(state: RoomState, person: Pick<Person, "role">): Static<typeof RecordingState> {
  const { recording } = state;
  const missing = person.role === "host" && recording.state !== "off" ? whoIsMissing(state) : [];
  return {
    state: recording.state === "starting" ? "asking" : recording.state,
    since: ("since" in recording && recording.since?.toISOString()) || null,
    by: "by" in recording ? recording.by.name : null,
    missing: missing.map(({ id }) => id),
    declined: missing.filter(({ agreed }) => agreed === false).map(({ id }) => id),
  };
}

/** Tells everybody how the recording stands. */
const sayRecording = (state: RoomState): Say[] =>
  peopleHere(state).map((person) => ({
    to: { id: person.id },
    message: {
      type: "recording",
      recording: recordingFor(state, person),
      mustConsent: mustConsent(state, person),
    },
  }));

/** Whether a recording that is asked for can begin. */
export const canStart = (state: RoomState): boolean =>
  state.recording.state === "asking" && whoIsMissing(state).length === 0;

/** A host asks for a recording: whoever declined an earlier one is asked again. */
export function ask(state: RoomState, { id, name }: Asking): Step {
  const people = new Map(
    Array.from(state.people, ([id, person]) => [id, { ...person, agreed: person.agreed || null }]),
  );
  const before = state.recording.state === "off" ? state.recording.since : null;
  return setRecording({ ...state, people }, { state: "asking", by: { id, name }, before });
}

/** Nobody is asked any more. */
export const stopAsking = (state: RoomState): Step =>
  "before" in state.recording
    ? setRecording(state, { state: "off", since: state.recording.before })
    : { state, says: [] };

/** Whoever has not agreed when it begins has nothing switched on any more. */
export function setRecording(state: RoomState, recording: Recording): Step {
  let step: Step = { state: { ...state, recording }, says: [] };
  for (const { id } of peopleHere(step.state).filter((person) => isKeptOut(step.state, person))) {
    const silenced = change(step.state, id, switchedOff);
    step = { state: silenced.state, says: [...step.says, ...silenced.says] };
  }
  return { state: step.state, says: [...step.says, ...sayRecording(step.state)] };
}

/** Somebody answers whether they agree. Who withdraws while it is on has nothing switched on any more. */
export function answer(state: RoomState, id: string, agreed: boolean): Step {
  const isOn = state.recording.state === "on" || state.recording.state === "starting";
  const { state: next, says } = change(state, id, { agreed, ...(isOn && !agreed ? switchedOff : {}) });
  return { state: next, says: [...says, ...sayRecording(next).filter(({ to }) => isFor(to, id))] };
}

/** Tells hosts alone, after somebody came, went or answered. */
export const sayMissing = (state: RoomState): Say[] =>
  sayRecording(state).filter(({ to }) => typeof to === "object" && state.people.get(to.id)?.role === "host");

const isFor = (to: Say["to"], id: string): boolean => typeof to === "object" && to.id === id;
