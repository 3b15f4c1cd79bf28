import { type Static, Type } from "typebox";
import { closed, Email, nullable, Uuid } from "#kernel/schema.ts";
import { pageQuery, Seconds } from "./schema.ts";

export const Contact = Type.Object(
  {
    id: Uuid(),
    email: nullable(Type.String()),
    phone: nullable(Type.String()),
    name: nullable(Type.String()),
    createdAt: Seconds(),
    updatedAt: Seconds(),
  },
  {
    $id: "Contact",
    description:
      "A prospect. All is null until they finish a session that asks for it. One whose e-mail address is known already becomes the contact who has it.",
  },
);

export const ListContacts = Type.Object({
  ...pageQuery,
  email: Type.Optional(Email({ description: "Upper and lower case are the same." })),
});
export type ListContacts = Static<typeof ListContacts>;

export const PageOfContacts = Type.Object({
  data: Type.Array(Type.Ref("Contact")),
  pagination: Type.Ref("Pagination"),
});

export const ContactId = closed({ id: Uuid({ description: "Contact UUID" }) });
