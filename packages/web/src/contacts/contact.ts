import type { components } from "@convene/sdk";
import { text } from "./text.ts";

export type Contact = components["schemas"]["Contact"];
export type Receipt = components["schemas"]["ErasureReceipt"];

/** What a contact is called: by whatever is known. */
export const nameOf = ({ name, email, phone }: Pick<Contact, "name" | "email" | "phone">): string =>
  name ?? email ?? phone ?? text.unnamed;
