import { randomUUID } from "node:crypto";
import type { Target } from "./target.ts";

interface Written {
  method: Target["method"];
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** What writes a target's requests, by their numbers. */
export function createWriter(target: Target): (number: number) => Written {
  const fill = filler(target);
  const path = fill(target.path);
  const body = target.body === undefined ? undefined : fill(JSON.stringify(target.body));
  const headers = Object.entries(target.headers ?? {}).map(([name, text]) => [name, fill(text)] as const);
  const type: Record<string, string> = body ? { "content-type": "application/json" } : {};
  return (number) => ({
    method: target.method,
    path: path(number),
    headers: { ...type, ...Object.fromEntries(headers.map(([name, text]) => [name, text(number)])) },
    ...(body && { body: body(number) }),
  });
}

type Part = (number: number) => string;

/** Cuts a text at its placeholders once, so that a request costs little more than putting the parts together. */
function filler({ lists = {}, times }: Target): (text: string) => Part {
  const part = (text: string): Part => {
    const name = /^\{(\w+)\}$/.exec(text)?.[1];
    const list = lists[name ?? ""];
    if (list) return (number) => list[number % list.length] ?? "";
    if (name === "n") return (number) => String(number);
    if (name === "uuid") return () => randomUUID();
    if (name === "time" && times)
      return (number) => new Date(times.start + number * times.step).toISOString();
    return () => text;
  };
  return (text) => {
    const parts = text.split(/(\{\w+\})/).map(part);
    const [only] = parts;
    return parts.length === 1 && only ? only : (number) => parts.map((each) => each(number)).join("");
  };
}
