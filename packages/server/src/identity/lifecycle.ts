export const invitationStatuses = ["open", "accepted", "revoked", "expired"] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

interface Milestones {
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

/** Where an invitation stands at `now`. Only an open one can be accepted or revoked. */
export function invitationStatus(
  { expiresAt, acceptedAt, revokedAt }: Milestones,
  now: Date,
): InvitationStatus {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return expiresAt > now ? "open" : "expired";
}
