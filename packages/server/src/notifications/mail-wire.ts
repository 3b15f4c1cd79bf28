import type { FieldError } from "#kernel/errors.ts";
import { BounceAnswer, ChooseReminders, ReminderAnswer, ReportBounce } from "./mail-schema.ts";

export const mailWire = {
  getMyNotifications: {
    method: "GET",
    path: "/api/me/notifications",
    operationId: "getMyNotifications",
    summary: "Whether one is reminded of sessions in this organization",
    description: "Any member, of themselves.",
    success: [200, ReminderAnswer],
  },
  updateMyNotifications: {
    method: "PATCH",
    path: "/api/me/notifications",
    operationId: "updateMyNotifications",
    summary: "Switch one's reminders in this organization on or off",
    description:
      "Any member, of themselves. By e-mail and push alike; it goes by the address that one has, as the link in reminders does. Everything else is always told.",
    body: ChooseReminders,
    success: [200, ReminderAnswer],
  },
  reportBounce: {
    method: "POST",
    path: "/api/mail/bounces",
    operationId: "reportBounce",
    summary: "Say that an e-mail came back",
    description:
      "The operator's mail system, with the secret that the server has as MAIL_BOUNCE_TOKEN; 401 for everybody where it has none. Name the e-mail by effectId or messageId. A status of 5.x.x makes an e-mail that was delivered to the mail server `failed`; one of 4.x.x is only noted. Reporting again, or of an e-mail that is not delivered, answers 200 and changes nothing. 404 for one that is not known, or no more.",
    body: ReportBounce,
    bodyFaults: nameFaults,
    success: [200, BounceAnswer],
    refusals: ["not_found"],
  },
} as const;

function nameFaults(body: unknown): FieldError[] {
  if (typeof body !== "object" || body === null) return [];
  const given = ["effectId", "messageId"].filter((name) => Reflect.get(body, name) !== undefined);
  return given.length === 1 ? [] : [{ pointer: "", detail: "must have either effectId or messageId" }];
}
