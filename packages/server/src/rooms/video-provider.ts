import type { Refusal } from "#kernel/errors.ts";

/** What a provider needs to know of a meeting, to set it up and whenever it changes. */
export interface MeetingRequest {
  /** Ours, a UUID: goes with the meeting, so that one whose answer was lost is found again. */
  reference: string;
  title: string;
  startsAt: Date;
  /** IANA. */
  timeZone: string;
  durationMinutes: number;
}

/** How a meeting is joined at its provider. */
export interface Meeting {
  /** Eleven digits: too large for 32 bits, exact in a JSON number. */
  meetingId: number;
  password: string;
  joinUrl: string;
}

/**
 * What came of making a meeting. `mayExist`: the provider was asked and its answer did not arrive or says nothing, so
 * that there may be a meeting all the same, now or in a moment.
 */
export type MeetingAttempt = { meeting: Meeting } | { refusal: Refusal; mayExist: boolean };

/**
 * The port to a service that hosts scheduled meetings, such as Zoom. None of it belongs into a transaction. Faults of
 * the service are refusals: `provider_refused` (502), or `provider_unavailable` (503) when it could not be reached,
 * did not answer in time or is overloaded; each answers or refuses within 15 seconds.
 */
export interface VideoProvider {
  /** Makes a meeting, and tries only what cannot make two. */
  createMeeting(request: MeetingRequest): Promise<MeetingAttempt>;
  /** The ids of all meetings that were made under a reference, in the order of their ids. */
  findMeetings(reference: string): Promise<number[]>;
  /** How a meeting is joined; null when there is none. */
  readMeeting(meetingId: number): Promise<Meeting | null>;
  /** Says whether there was such a meeting. */
  updateMeeting(meetingId: number, request: Omit<MeetingRequest, "reference">): Promise<boolean>;
  /** One that is gone already is no fault. */
  deleteMeeting(meetingId: number): Promise<void>;
}

/** Who hosts the meetings of an organization: its own account, or the deployment's; null where there is none. */
export interface VideoProviders {
  find(organizationId: string): Promise<VideoProvider | null>;
}
