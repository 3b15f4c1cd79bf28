import { schemaCheck } from "#kernel/schema-check.ts";
import { ClientMessage } from "../protocol/messages.ts";

/** A message as a client may send it, or what is wrong with it. */
export type Checked = { message: ClientMessage } | { about: string; fault: string };

const checks = new Map(
  ClientMessage.anyOf.map((schema) => [schema.properties.type.const as string, schemaCheck(schema)]),
);

/** Parses what a client sent, and holds it against the protocol. */
export function checkMessage(text: string): Checked {
  const sent = parse(text);
  const type = typeof sent === "object" && sent !== null && "type" in sent ? sent.type : undefined;
  if (typeof type !== "string") return { about: "", fault: "a message is a JSON object with a type" };
  const check = checks.get(type)?.();
  if (!check) return { about: type.slice(0, 100), fault: "there is no message of this type" };
  if (check.Check(sent)) return { message: sent as ClientMessage };
  const [first] = check.Errors(sent);
  return { about: type, fault: first ? `${first.instancePath} ${first.message}`.trim() : "is not valid" };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
