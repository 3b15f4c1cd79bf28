/** What a receiver said, or why it said nothing. */
export interface WebhookAnswer {
  /** Of HTTP; null where there was no answer. */
  status: number | null;
  /** The first of what it said, or what went wrong on the way. For people to read. */
  text: string;
  /** Where a redirect leads: it is not followed. */
  location?: string;
  /** Milliseconds that the receiver asks us to wait. */
  retryAfter?: number;
}

/** The way to receivers. Never throws for what a receiver or the network does. */
export interface WebhookSender {
  /** Posts a body as it is, within 15 s, to public addresses and those that the operator allows. */
  send(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<WebhookAnswer>;
  /** What is wrong with a URL as far as can be said without looking its name up; null where nothing is. */
  faultOf(url: string): string | null;
}
