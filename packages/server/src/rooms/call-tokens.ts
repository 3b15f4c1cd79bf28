import type { Statements } from "#database/tenancy.ts";

/** A seat in one call of the video service. */
interface CallSeat {
  channel: string;
  /** 1…2^31−1. */
  uid: number;
  expiresAt: Date;
  now: Date;
}

/** The port that signs tokens with which a client joins a call by itself. */
export interface CallTokens {
  issue(seat: CallSeat): { token: string; appId: string };
}

/** Whose account signs for an organization: its own, or the deployment's. */
export interface CallTokensOfOrganizations {
  find(tx: Statements, organizationId: string): Promise<CallTokens>;
}
