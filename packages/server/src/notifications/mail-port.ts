/** One message to one address, made and ready to go. */
export interface Mail {
  organizationId: string;
  /** The effect that it is; Message-ID is made of it. */
  effectId: string;
  envelope: { from: string; to: string };
  subject: string;
  text: string;
  html: string;
  attachments: readonly Attachment[];
  /** All of it as it goes over the wire (RFC 5322): ASCII, lines end with CRLF. */
  raw: string;
}

export interface Attachment {
  name: string;
  type: string;
  content: string;
}

/** What became of a message. */
export interface MailReply {
  /** `refused`: this address or this message, for good. `unreachable`: not now. */
  result: "delivered" | "unreachable" | "refused";
  /** The server's code (RFC 5321, 4.2), where it got so far as to give one. */
  status?: number;
  /** The server's words, or ours. */
  detail: string;
}

/** The port to whatever takes mail away. */
export interface MailPort {
  /** Never throws for what a server or the network does. May be called again for the same message. */
  send(mail: Mail): Promise<MailReply>;
  /** Lets go of its connections; messages under way are finished first. */
  close(): Promise<void>;
}
