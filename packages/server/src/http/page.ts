import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { Static, TObject } from "typebox";
import type { Database } from "#database/tenancy.ts";
import type { Origin } from "#kernel/actor.ts";
import type { FieldError, Refusal } from "#kernel/errors.ts";
import { Html, html } from "#kernel/html.ts";
import { htmlDocument } from "./document.ts";
import type { UploadedFile } from "./upload.ts";

export type { UploadedFile } from "./upload.ts";

/** What a page works with: whoever has its link may see it, and no credential but the link is looked at. */
export interface Visit {
  database: Database;
  now: Date;
  origin: Origin;
  params: Readonly<Record<string, string>>;
  /** Query parameters that were given once. */
  query: Readonly<Record<string, string>>;
  cookies: Readonly<Record<string, string>>;
  /** The languages that the reader likes, best first: BCP 47 tags of the header Accept-Language. */
  languages: readonly string[];
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
  /** The file of a form that may have one, to be read while the page is made. */
  file: UploadedFile | null;
}

export interface PageAnswer {
  status: number;
  /** The media type. */
  type: string;
  headers: Readonly<Record<string, string>>;
  /** A text, or a file that is read as fast as it is taken. */
  body: string | Readable;
  /** It may be sent compressed: nobody but its reader has a say in what stands beside its secrets. */
  isCompressible?: boolean;
}

/** What browsers and calendars read by a link, rather than clients by the contract: it is not in the OpenAPI document. */
export interface Page {
  method: "GET" | "POST";
  path: string;
  /** Most requests a minute from one address. */
  perMinute: number;
  /** The fields of the form that is sent here. One that is an array takes whatever was sent under its name. */
  form: TObject | null;
  /** A form with a file is taken here, `multipart/form-data`; the most bytes that the file may have. */
  fileLimit?: number;
  /** The form counts only from a page of ours: it is sent with a cookie. */
  ownOriginOnly?: boolean;
  answer(visit: Visit, submitted: Submitted<TObject>): Promise<PageAnswer>;
  /** How it says that it was refused, where the usual page would not do. */
  refused?: ((visit: Visit, refusal: Refusal) => PageAnswer) | undefined;
}

type Where = Pick<Page, "path" | "perMinute" | "refused">;

/** A page that is looked at. */
export const viewPage = (where: Where, answer: (visit: Visit) => Promise<PageAnswer>): Page => ({
  ...where,
  method: "GET",
  form: null,
  answer,
});

/** Where a page sends its form, `application/x-www-form-urlencoded`, or with a file where it says so. */
export const formPage = <Form extends TObject>(
  page: Where & Pick<Page, "ownOriginOnly" | "fileLimit"> & { form: Form },
  answer: (visit: Visit, submitted: Submitted<Form>) => Promise<PageAnswer>,
): Page => ({ ...page, method: "POST", answer: answer as Page["answer"] });

/** Sends a browser on, by GET, to a path of ours: a page that is loaded again does not send its form again. */
export const redirectAnswer = (path: string, headers: Readonly<Record<string, string>> = {}): PageAnswer => ({
  status: 303,
  type: "text/plain; charset=utf-8",
  headers: { ...privateHeaders, ...headers, location: path },
  body: "",
});

/** An HTML page that works without scripts, loads nothing, and tells nobody where its reader came from. */
export const htmlAnswer = (status: number, title: string, content: Html): PageAnswer =>
  documentAnswer(status, look, { title, content: html`<h1>${title}</h1>\n${content}` });

/** Styles of documents, and the word of their policies that lets browsers take them. */
export interface Look {
  style: Html;
  source: string;
}

export const createLook = (style: Html): Look => ({
  style,
  source: `'sha256-${createHash("sha256").update(style.text).digest("base64")}'`,
});

interface Content {
  title: string;
  content: Html;
  /** A BCP 47 tag; English, where none is given. */
  language?: string;
  /** By which the styles know it. */
  kind?: string;
  head?: Html | null;
  end?: Html | null;
  headers?: Readonly<Record<string, string>>;
  /** It loads scripts and styles of the build, which may ask this server. */
  usesAssets?: boolean;
  isCompressible?: boolean;
}

/** An HTML page with looks of its own, which works without scripts too. */
export const documentAnswer = (status: number, { style, source }: Look, page: Content): PageAnswer => ({
  status,
  type: "text/html; charset=utf-8",
  headers: {
    ...privateHeaders,
    "content-security-policy": policyFor(source, page.usesAssets ?? false),
    ...page.headers,
  },
  body: htmlDocument(page.title, style, page.content, page),
  isCompressible: page.isCompressible ?? false,
});

/** Data for a page's scripts, as an element that nothing in the data can close. */
export const jsonElement = (id: string, data: unknown): Html => {
  const json = new Html(JSON.stringify(data).replaceAll("<", "\\u003c"));
  return html`<script type="application/json" id="${id}">${json}</script>\n`;
};

/** A link with a secret in it must reach no log, no index and no cache but its reader's. */
export const privateHeaders = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
} as const;

/** The colours of the server's pages, which are those of the web's (packages/web/src/design/tokens.css). */
export const palette = html`
:root { color-scheme: light dark; --ink: #1b222c; --page: #f3f5f7; --card: #fff; --line: #8a94a3; --act: #0b655f; --on: #fff; --bad: #9d1c1c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --page: #12161b; --card: #1b2027; --line: #7d8896; --act: #6fcfc6; --on: #0a2321; --bad: #ff9c93; } }`;

const look = createLook(html`${palette}
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
`);

function policyFor(styles: string, usesAssets: boolean): string {
  const assets = "script-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src 'self'; ";
  return `default-src 'none'; ${usesAssets ? assets : ""}style-src ${usesAssets ? "'self' " : ""}${styles}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}
