/** What a transaction tells all server processes once it has committed. */
export interface Signal {
  channel: string;
  /** Empty where it only says that there is something new. */
  message: string;
}

/** The most bytes of a message: NOTIFY takes fewer than 8,000, channel and number included. */
const mostBytes = 7_000;

/** Throws for a message that is too large to be sent. */
export function checkSize({ channel, message }: Signal): void {
  const bytes = Buffer.byteLength(message);
  if (bytes > mostBytes) throw new Error(`a message on ${channel} has ${bytes} bytes, over ${mostBytes}`);
}
