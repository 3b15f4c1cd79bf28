/** Why a request had no answer. `refused`: we do not go where its URL leads. */
type OutboundFaultKind = "refused" | "timeout" | "connection";

/** What went wrong on the way out, in words for people. */
export class OutboundFault extends Error {
  readonly kind: OutboundFaultKind;

  constructor(kind: OutboundFaultKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "OutboundFault";
    this.kind = kind;
  }

  /** Any error of a connection. Those of TLS and of names speak for themselves; others are named by their code. */
  static from(fault: unknown): OutboundFault {
    if (fault instanceof OutboundFault) return fault;
    // Where several addresses were tried, an error holds one for each.
    const first = fault instanceof AggregateError ? (fault.errors[0] ?? fault) : fault;
    const text = first instanceof Error ? first.message || first.name : String(first);
    return new OutboundFault("connection", `Connection failed: ${text}`, fault);
  }
}
