export type SfuRefusalCode =
  | "no_peer"
  | "room_full"
  | "restarting"
  | "invalid_sdp"
  | "no_answer"
  | "already_exists"
  | "not_recording";

/** What the media process refuses; the message is fit for the person who asked. */
export class SfuRefusal extends Error {
  readonly code: SfuRefusalCode;

  constructor(code: SfuRefusalCode, message: string) {
    super(message);
    this.name = "SfuRefusal";
    this.code = code;
  }
}
