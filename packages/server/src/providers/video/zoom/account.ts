import type { Clock } from "#kernel/clock.ts";

/** Of a server-to-server OAuth app in Zoom's marketplace. */
export interface ZoomCredentials {
  accountId: string;
  clientId: string;
  clientSecret: string;
  /** In whose name meetings are held: a user's id or address; `me` is the app's owner. */
  userId: string;
  /** The app's secret token, by which its notifications are signed; null where none are taken. */
  webhookSecret: string | null;
}

/** What an adapter to one Zoom account is made of. */
export interface ZoomAccount {
  credentials: ZoomCredentials;
  /** Where the API is: https://api.zoom.us. */
  apiUrl: string;
  /** Where access tokens are given: https://zoom.us. */
  oauthUrl: string;
  clock: Clock;
  /** Milliseconds for one request with its answer, and for an operation with all its tries. */
  patience?: { request: number; operation: number };
}
