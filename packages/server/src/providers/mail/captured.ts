import type { Mail, MailPort } from "#notifications/mail-port.ts";

/** Sends nothing: mail is kept where the operator of a trial can read it. */
export const capturedMail = (keep: (mail: Mail) => Promise<void>): MailPort => ({
  async send(mail) {
    await keep(mail);
    return { result: "delivered", detail: "captured: readable at /dev/mail" };
  },
  close: async () => {},
});
