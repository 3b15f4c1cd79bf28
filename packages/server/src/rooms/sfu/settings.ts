/** What an operator sets about the built-in rooms' media. */
export interface SfuSettings {
  /** UDP ports of the media process, both included; null for any free one. */
  ports: { from: number; to: number } | null;
  /** IP addresses to announce; empty for the machine's own. */
  addresses: string[];
  /** Whether browsers on this very machine are to connect: its loopback address is announced too. */
  onLoopback: boolean;
  /** stun: and turn: URLs that browsers use. */
  iceServers: string[];
  /** TURN servers that share a secret with us, as coturn's `use-auth-secret`. */
  turn: { urls: string[]; secret: string } | null;
  /** Most of what one camera may send, bit/s. */
  cameraBitrate: number;
  /** Most of what one shared screen may send, bit/s. */
  screenBitrate: number;
}
