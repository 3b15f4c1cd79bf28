/** What a provider needs to know to set up a meeting. */
interface MeetingRequest {
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

/** The port to a service that hosts scheduled meetings, such as Zoom. */
export interface VideoProvider {
  createMeeting(request: MeetingRequest): Promise<Meeting>;
}
