import { Type } from "typebox";

const ids = { sessionId: Type.String(), contactId: Type.String(), workflowTemplateId: Type.String() };
const session = Type.Object(ids);
const contact = Type.Object({ contactId: Type.String() });
const template = Type.Object({
  workflowTemplateId: Type.String(),
  status: Type.String(),
  questionsVersion: Type.Integer(),
});

export const screeningEvents = {
  "screening.session.started": { about: "A prospect began a screening", payload: session },
  "screening.session.answered": {
    about: "A prospect answered a question, changed an answer or took it back",
    payload: Type.Object({ ...ids, key: Type.String() }),
  },
  "screening.session.disqualified": {
    about: "An answer ended a screening politely: nobody reviews it, and its status reads expired",
    payload: Type.Object({ ...ids, key: Type.String() }),
  },
  "screening.session.completed": { about: "A prospect finished a screening", payload: session },
  "screening.session.reviewed": {
    about: "A finished screening was approved or denied",
    payload: Type.Object({ ...ids, reviewStatus: Type.String() }),
  },
  "screening.session.expired": {
    about: "A session's time was over before anybody reviewed it",
    payload: Type.Object({
      ...ids,
      /** What it had been until then: `active`, or `completed` and waiting for a review. */
      status: Type.String(),
    }),
  },
  "screening.contact.created": {
    about: "A prospect came of whom nothing is known yet",
    payload: contact,
  },
  "screening.contact.changed": {
    about: "A contact's e-mail address, phone number or name became known or was put right",
    payload: contact,
  },
  "screening.contact.merged": {
    about: "A contact proved to be one who is known already, or somebody said so, and is gone",
    payload: Type.Object({ contactId: Type.String(), intoContactId: Type.String() }),
  },
  "screening.contact.erased": {
    about:
      "All that was known of a contact was erased, and what is known of them elsewhere is to be erased too",
    payload: Type.Object({ contactId: Type.String(), receiptId: Type.String() }),
  },
  "screening.session.erased": {
    about: "A session's answers, files and notes were erased; it stays as a number",
    payload: Type.Object({ ...ids, receiptId: Type.String() }),
  },
  "screening.settings.changed": {
    about: "An organization changed for how long it keeps what prospects answered",
    payload: Type.Object({ retentionDays: Type.Union([Type.Integer(), Type.Null()]) }),
  },
  "screening.template.created": { about: "A workflow template was made", payload: template },
  "screening.template.changed": { about: "A workflow template was changed", payload: template },
  "screening.template.deleted": { about: "A draft on which no session began was deleted", payload: template },
} as const;
