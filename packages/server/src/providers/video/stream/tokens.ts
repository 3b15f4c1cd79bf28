import { SignJWT } from "jose";

/** Seconds for which one request of ours to Stream may be under way. */
const lifetime = 300;

const sign = (secret: string, claims: Record<string, unknown>) =>
  new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(new TextEncoder().encode(secret));

/** What lets the server do everything in its app. Counted from the real clock, by which Stream judges it. */
export const serverToken = (secret: string): Promise<string> => {
  // A little earlier than now: Stream refuses what comes from the future, and clocks differ.
  const issuedAt = Math.floor(Date.now() / 1000) - 5;
  return sign(secret, { server: true, iat: issuedAt, exp: issuedAt + lifetime });
};

/**
 * A call token of Stream: it makes the bearer one user, and gives that user a role in one call. What the role `user` may
 * do in others is the app's own settings, as Stream says; their ids are random, so that nobody finds them.
 */
export const callToken = (
  secret: string,
  claims: { userId: string; cid: string; role: string; now: Date; expiresAt: Date },
): Promise<string> =>
  sign(secret, {
    user_id: claims.userId,
    call_cids: [claims.cid],
    role: claims.role,
    iat: Math.floor(claims.now.getTime() / 1000) - 5,
    exp: Math.floor(claims.expiresAt.getTime() / 1000),
  });
