import assert from "node:assert/strict";
import type { TestServer } from "./server.ts";

/** A page as it was shown, after whatever it was redirected to. */
export interface ShownPage {
  status: number;
  path: string;
  headers: Headers;
  html: string;
  /** What is to be read of it, with spaces in order. */
  text: string;
}

/** Under a name, what is filled in; several for boxes that are ticked, null for a button or box that is left alone. */
type Filled = Record<string, string | readonly string[] | File>;

/**
 * A browser without scripts: it keeps cookies, follows redirects, and sends forms as they stand on the page.
 *
 *     const visitor = visit(server);
 *     await visitor.open("/c/example");
 *     await visitor.submit({ value: "Jane" });       // the page's form whose fields these are
 */
export function visit({ url }: Pick<TestServer, "url">, headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>();
  let shown: ShownPage | null = null;

  async function load(path: string, init: RequestInit = {}): Promise<ShownPage> {
    const cookie = Array.from(cookies, ([name, value]) => `${name}=${value}`).join("; ");
    const sent = { ...headers, ...(cookie && { cookie }), ...(init.headers as Record<string, string>) };
    const response = await fetch(url + path, { ...init, headers: sent, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) keep(line);
    const html = await response.text();
    const location = response.headers.get("location");
    if (location) {
      assert.equal(response.status, 303);
      return load(location);
    }
    shown = { status: response.status, path, headers: response.headers, html, text: textOf(html) };
    return shown;
  }

  function keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }

  return {
    cookies,
    open: (path: string) => load(path),
    /** Sends the form that has all of these fields, with what else stands in it. */
    submit(filled: Filled = {}, { origin = "http://convene.test", action = "" } = {}): Promise<ShownPage> {
      assert.ok(shown, "a page was opened");
      const form = formsOf(shown.html).find(
        (one) => one.action.endsWith(action) && Object.keys(filled).every((name) => one.names.has(name)),
      );
      assert.ok(form, `no form has the fields ${Object.keys(filled)} in\n${shown.html}`);
      const body = form.isMultipart ? new FormData() : new URLSearchParams();
      const kept = form.fields.filter(([name]) => !Object.hasOwn(filled, name));
      const given = Object.entries(filled).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((one: string | File) => [name, one] as const),
      );
      for (const [name, value] of [...kept, ...given]) body.append(name, value as string);
      return load(form.action, { method: "POST", body, headers: { origin } });
    },
    post: (path: string, body: NonNullable<RequestInit["body"]>, more: Record<string, string> = {}) =>
      load(path, { method: "POST", body, headers: { origin: "http://convene.test", ...more } }),
  };
}

interface Form {
  action: string;
  isMultipart: boolean;
  /** All that could be sent. */
  names: ReadonlySet<string>;
  /** What is sent when nothing is touched; no button is pressed. */
  fields: [name: string, value: string][];
}

function formsOf(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head = "", content = ""]) => {
    const controls = [...content.matchAll(/<(input|textarea|button)\b([^>]*)>(?:([^<]*)<\/textarea>)?/g)].map(
      ([, tag, attributes = "", typed = ""]) => ({
        name: attribute(attributes, "name"),
        value: tag === "textarea" ? unescapeHtml(typed.replace(/^\n/, "")) : attribute(attributes, "value"),
        type: tag === "button" ? "submit" : attribute(attributes, "type"),
        isChecked: /\schecked\b/.test(attributes),
      }),
    );
    const named = controls.filter(({ name }) => name !== "");
    const isSent = ({ type, isChecked }: (typeof named)[number]) =>
      type !== "submit" && type !== "file" && (isChecked || (type !== "radio" && type !== "checkbox"));
    return {
      action: attribute(head, "action"),
      isMultipart: head.includes("multipart/form-data"),
      names: new Set(named.map(({ name }) => name)),
      fields: named.filter(isSent).map(({ name, value }) => [name, value]),
    };
  });
}

const attribute = (attributes: string, name: string): string =>
  unescapeHtml(new RegExp(`\\s${name}="([^"]*)"`).exec(` ${attributes}`)?.[1] ?? "");

const textOf = (html: string): string =>
  unescapeHtml(html.replace(/<(style|script|title)\b.*?<\/\1>/gs, " ").replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();

const unescapeHtml = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => characters[name] ?? whole);

const characters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
