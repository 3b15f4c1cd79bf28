import { cookieName } from "#http/authenticate.ts";
import { signInLifetime } from "./operations/sign-in.ts";

/** The Set-Cookie header of a sign-in. Over https the browser never sends it in clear. */
export const signInCookie = (publicUrl: string, text: string): string =>
  `${cookieName}=${text}; Max-Age=${signInLifetime / 1000}; ${attributes(publicUrl)}`;

/** The Set-Cookie header that takes the cookie away. */
export const noCookie = (publicUrl: string): string => `${cookieName}=; Max-Age=0; ${attributes(publicUrl)}`;

const attributes = (publicUrl: string): string =>
  `Path=/; HttpOnly; SameSite=Lax${publicUrl.startsWith("https:") ? "; Secure" : ""}`;
