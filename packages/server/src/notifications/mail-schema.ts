import { type Static, Type } from "typebox";
import { effectStates } from "#effects/effect.ts";
import { closed, Notes, nullable, oneOf, patternSays, Uuid } from "#kernel/schema.ts";

export const ReminderAnswer = Type.Object({
  data: Type.Object({ reminders: Type.Boolean({ description: "Whether reminders are sent" }) }),
});

export const ChooseReminders = closed({ reminders: Type.Boolean() });

export const ReportBounce = closed({
  effectId: Type.Optional(
    Uuid({ description: "What stands after the + of the address that the bounce came to" }),
  ),
  messageId: Type.Optional(
    Type.String({ minLength: 3, maxLength: 998, description: "The Message-ID of the e-mail" }),
  ),
  status: Type.String({
    pattern: "^[45]\\.\\d{1,3}\\.\\d{1,3}$",
    [patternSays]: "must be a status such as 5.1.1",
    description: "Of the report (RFC 3463)",
  }),
  detail: Type.Optional(Notes({ description: "The words of the mailbox's server" })),
});
export type ReportBounce = Static<typeof ReportBounce>;

export const BounceAnswer = Type.Object({
  data: Type.Object({
    effectId: Uuid(),
    state: oneOf(effectStates),
    outcome: nullable(Type.String()),
  }),
});
