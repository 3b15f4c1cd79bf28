/** A connection over which both sides send texts. */
export interface OpenSocket {
  /** Never throws; a reader that does not keep up is cut off. */
  send(text: string): void;
  /** What was sent still arrives. */
  close(): void;
}

/** What is told of a connection. None of it may throw. */
export interface SocketListener {
  message(text: string): void;
  /** More came than anybody sends; the connection is closed after it. */
  flooded(): void;
  /** The connection is gone, whoever ended it: cut networks included. Told once, and nothing after it. */
  closed(): void;
  /** The server stops; the connection is closed after it. */
  stopping(): void;
}

/** A WebSocket at a path. It asks for no credential: whoever connects shows one in a message. */
export interface SocketRoute {
  /** With `:name` for each path parameter. */
  path: string;
  /** The largest message that is taken, in bytes. */
  largestMessage: number;
  open(socket: OpenSocket, params: Readonly<Record<string, string>>): SocketListener;
}
