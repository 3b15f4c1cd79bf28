import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { Static, TObject } from "typebox";
import type { Database } from "#database/tenancy.ts";
import type { Origin } from "#kernel/actor.ts";
import type { FieldError } from "#kernel/errors.ts";
import { type Html, html } from "#kernel/html.ts";
import { htmlDocument } from "./document.ts";

/** What a page works with: whoever has its link may see it, and no credential but the link is looked at. */
export interface Visit {
  database: Database;
  now: Date;
  origin: Origin;
  params: Readonly<Record<string, string>>;
  /** Query parameters that were given once. */
  query: Readonly<Record<string, string>>;
  /** The entity tag that the caller has, as it was sent. */
  ifNoneMatch: string | null;
  /** Which bytes of a file are asked for: the header, as it was sent. */
  range: string | null;
}

/** What was sent with a form, and what is wrong with it. */
export interface Submitted<Form extends TObject> {
  /** As it was sent; clean and whole where there are no faults. */
  form: Static<Form>;
  faults: readonly FieldError[];
}

export interface PageAnswer {
  status: number;
  /** The media type. */
  type: string;
  headers: Readonly<Record<string, string>>;
  /** A text, or a file that is read as fast as it is taken. */
  body: string | Readable;
}

/** What browsers and calendars read by a link, rather than clients by the contract: it is not in the OpenAPI document. */
export interface Page {
  method: "GET" | "POST";
  path: string;
  /** Most requests a minute from one address. */
  perMinute: number;
  /** The fields of the form that is sent here. */
  form: TObject | null;
  answer(visit: Visit, submitted: Submitted<TObject>): Promise<PageAnswer>;
}

/** A page that is looked at. */
export const viewPage = (
  { path, perMinute }: Pick<Page, "path" | "perMinute">,
  answer: (visit: Visit) => Promise<PageAnswer>,
): Page => ({ method: "GET", path, perMinute, form: null, answer });

/** Where a page sends its form, `application/x-www-form-urlencoded`. */
export const formPage = <Form extends TObject>(
  { path, perMinute, form }: Pick<Page, "path" | "perMinute"> & { form: Form },
  answer: (visit: Visit, submitted: Submitted<Form>) => Promise<PageAnswer>,
): Page => ({ method: "POST", path, perMinute, form, answer: answer as Page["answer"] });

/** An HTML page that works without scripts, loads nothing, and tells nobody where its reader came from. */
export const htmlAnswer = (status: number, title: string, content: Html): PageAnswer => ({
  status,
  type: "text/html; charset=utf-8",
  headers: { ...privateHeaders, "content-security-policy": policy },
  body: htmlDocument(title, style, html`<h1>${title}</h1>\n${content}`),
});

/** A link with a secret in it must reach no log, no index and no cache but its reader's. */
export const privateHeaders = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
} as const;

const style = html`
:root { color-scheme: light dark; --ink: #1b222c; --page: #f3f5f7; --card: #fff; --line: #8a94a3; --act: #0b655f; --on: #fff; --bad: #9d1c1c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --page: #12161b; --card: #1b2027; --line: #7d8896; --act: #6fcfc6; --on: #0a2321; --bad: #ff9c93; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 28rem; margin: 12vh auto 2rem; padding: 1.75rem; background: var(--card); border-radius: 12px; overflow-wrap: anywhere; }
h1 { margin: 0 0 1rem; font-size: 1.35rem; line-height: 1.3; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
input { width: 100%; padding: .6rem .75rem; border: 1px solid var(--line); border-radius: 8px; background: transparent; color: inherit; font: inherit; }
button { width: 100%; margin-top: 1.5rem; padding: .75rem; border: 0; border-radius: 8px; background: var(--act); color: var(--on); font: inherit; font-weight: 600; cursor: pointer; }
a { color: var(--act); }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
.faults { color: var(--bad); }
.hint { margin: .25rem 0 0; font-size: .875rem; }
`;

const styleDigest = createHash("sha256").update(style.text).digest("base64");
const policy = `default-src 'none'; style-src 'sha256-${styleDigest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
