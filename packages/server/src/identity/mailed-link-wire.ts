import { AskForReset, Done, MailedLink, ResetPassword } from "./account-schema.ts";

export const mailedLinkWire = {
  askForVerification: {
    method: "POST",
    path: "/api/auth/email-verification",
    operationId: "askForVerification",
    summary: "Ask for a mail that verifies one's e-mail address",
    description:
      "Any person who is signed in here; 403 for one whom an outside issuer names, 409 when the address is verified already. The link in the mail works once, within 24 hours, and takes the place of the one before it. At most three such mails an hour: 429. Nothing is forbidden to who has not verified their address; whoever accepts an invitation by the link that was mailed has verified it by that.",
    success: [202, Done, "The mail is on its way"],
    refusals: ["conflict", "too_many_requests"],
  },
  verifyEmail: {
    method: "POST",
    path: "/api/auth/email-verification/confirm",
    operationId: "verifyEmail",
    summary: "Verify an e-mail address with the token from the mail",
    description:
      "Whoever has the token; nobody needs to be signed in. 404 for a token that cannot be used: never made, used, expired, or replaced by a newer one. PUBLIC_URL/verify-email is a page that does this.",
    body: MailedLink,
    success: [200, Done],
    refusals: ["not_found"],
  },
  askForReset: {
    method: "POST",
    path: "/api/auth/password-reset",
    operationId: "askForPasswordReset",
    summary: "Ask for a mail with which to set a new password",
    description:
      "Anyone. The answer and the time that it takes are the same whether anybody has the address or not. The link in the mail works once, within one hour, and takes the place of the one before it. An account is mailed at most three such links an hour, whoever asks; more are answered alike, and the newest link stays good. Who has no password here because an outside issuer signs them in is told so instead; who has none at all can set one by the link. At most 10 requests a minute from one address.",
    body: AskForReset,
    success: [202, Done, "If somebody has the address, a mail is on its way"],
  },
  resetPassword: {
    method: "POST",
    path: "/api/auth/password-reset/confirm",
    operationId: "resetPassword",
    summary: "Set a new password with the token from the mail",
    description:
      "Whoever has the token. Ends every sign-in, voids every access token issued before, verifies the address, and tells the person by mail that their password was changed. 404 for a token that cannot be used: never made, used, expired, or replaced by a newer one or by a change of the password. PUBLIC_URL/reset-password is a page that does this.",
    body: ResetPassword,
    success: [200, Done],
    refusals: ["not_found"],
  },
} as const;
