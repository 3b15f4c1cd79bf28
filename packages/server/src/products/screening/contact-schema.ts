import { Type } from "typebox";
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

export const contactWire = {
  listContacts: {
    method: "GET",
    path: "/api/v1/contacts",
    operationId: "listContacts",
    summary: "List contacts, newest first",
    description: "Role Coach and up.",
    query: Type.Object({
      ...pageQuery,
      email: Type.Optional(Email({ description: "Upper and lower case are the same." })),
    }),
    success: [
      200,
      Type.Object({ data: Type.Array(Type.Ref("Contact")), pagination: Type.Ref("Pagination") }),
    ],
    refusals: ["forbidden"],
  },
  getContact: {
    method: "GET",
    path: "/api/v1/contacts/:id",
    operationId: "getContact",
    summary: "One contact",
    description: "Role Coach and up.",
    params: closed({ id: Uuid({ description: "Contact UUID" }) }),
    success: [200, Type.Ref("Contact")],
    refusals: ["forbidden", "not_found"],
  },
} as const;
