/** One event of a stream, as Server-Sent Events have it. */
export interface StreamEvent {
  /** By which a reader that comes back says what it has seen last; none where nothing is stored. */
  id?: string;
  name: string;
  /** Becomes JSON. */
  data: object;
}

/**
 * The bytes of an event (https://html.spec.whatwg.org/multipage/server-sent-events.html). JSON has no line breaks
 * of its own, so its data is one line; ids and names are ours.
 */
export const formatEvent = ({ id, name, data }: StreamEvent): Buffer =>
  Buffer.from(`${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);

/** Says how many milliseconds a reader shall wait before it connects again. */
export const formatRetry = (milliseconds: number): Buffer => Buffer.from(`retry: ${milliseconds}\n\n`);

/** Tells a reader that it has missed events, and has to read anew what it shows. */
export const resyncEvent = formatEvent({ name: "resync", data: {} });
