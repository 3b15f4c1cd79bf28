import { type Static, Type } from "typebox";
import { closed, Email, Name, nullable, oneOf, Phone, Uuid } from "#kernel/schema.ts";
import { reviewStatuses, sessionStatuses } from "../lifecycle.ts";
import { questionTypes } from "../questions.ts";
import { pageQuery, Seconds } from "../schema.ts";

export const Contact = Type.Object(
  {
    id: Uuid(),
    email: nullable(Type.String()),
    phone: nullable(Type.String()),
    name: nullable(Type.String()),
    createdAt: Seconds(),
    updatedAt: Seconds(),
    erasedAt: nullable(Seconds()),
  },
  {
    $id: "Contact",
    description:
      "A prospect. All is null until a session that asks for it is finished, or ended by an answer, and again once it was erased. Whoever ends one with an e-mail address that is known becomes the contact who has it; whoever gives none, but a phone number that just one contact has, becomes that one, unless their names differ. What is known of a contact is never overwritten by what a prospect says.",
  },
);

export const ListContacts = Type.Object({
  ...pageQuery,
  email: Type.Optional(Email({ description: "Upper and lower case are the same." })),
  phone: Type.Optional(
    Phone({
      description:
        "Digits count, and a leading + or 00, which are the same; national and international spellings differ.",
    }),
  ),
  q: Type.Optional(
    Type.String({
      minLength: 2,
      maxLength: 100,
      description:
        "Stands in the name or the e-mail address, whatever its case. Looks at every contact; `email` and `phone` find theirs at once.",
    }),
  ),
});
export type ListContacts = Static<typeof ListContacts>;

export const PageOfContacts = Type.Object({
  data: Type.Array(Type.Ref("Contact")),
  pagination: Type.Ref("Pagination"),
});

export const UpdateContact = closed({
  name: Type.Optional(nullable(Name())),
  email: Type.Optional(nullable(Email())),
  phone: Type.Optional(nullable(Phone())),
});
export type UpdateContact = Static<typeof UpdateContact>;

export const MergeContact = closed({ into: Uuid({ description: "The contact who remains" }) });
export type MergeContact = Static<typeof MergeContact>;

export const ContactId = closed({ id: Uuid({ description: "Contact UUID" }) });

const Answered = Type.Object({
  key: Type.String(),
  label: Type.String(),
  type: oneOf(questionTypes),
  value: Type.Unsafe<unknown>({ description: "As in the submission; null where a question was left open" }),
  currency: Type.Optional(Type.String()),
});

const ExportedSession = Type.Object({
  id: Uuid(),
  workflowTemplate: Type.Object({ id: Uuid(), name: Type.String() }),
  language: Type.String(),
  status: oneOf(sessionStatuses),
  reviewStatus: oneOf(reviewStatuses),
  reviewedAt: nullable(Seconds()),
  createdAt: Seconds(),
  updatedAt: Seconds(),
  expiresAt: Seconds(),
  erasedAt: nullable(Seconds()),
  answers: Type.Array(Answered, { description: "Answers that are files have the files' names" }),
  internal: Type.Object(
    { reviewNotes: nullable(Type.String()), reviewedBy: nullable(Type.String()) },
    {
      description:
        "The organization's own words, which no prospect sees: to be looked through before this is handed out",
    },
  ),
});

export const ContactExport = Type.Object(
  {
    exportedAt: Seconds(),
    contact: Type.Ref("Contact"),
    sessions: Type.Array(ExportedSession),
    pagination: Type.Ref("Pagination"),
  },
  { $id: "ContactExport" },
);

export const ExportContact = Type.Object({ page: pageQuery.page });
