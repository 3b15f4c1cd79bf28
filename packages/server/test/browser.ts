import type { TestServer } from "./server.ts";

export interface Shown {
  status: number;
  headers: Headers;
  html: string;
}

/** What a browser without scripts does: opens pages, and sends the forms on them. */
export const browse = ({ url }: Pick<TestServer, "url">) => ({
  open: async (path: string): Promise<Shown> => shown(await fetch(url + path)),
  submit: async (path: string, fields: Record<string, string>): Promise<Shown> =>
    shown(await fetch(url + path, { method: "POST", body: new URLSearchParams(fields) })),
});

const shown = async (response: Response): Promise<Shown> => ({
  status: response.status,
  headers: response.headers,
  html: await response.text(),
});

/** The fields that a page's form would send, with what its reader fills in. */
export function formFields(html: string, filled: Record<string, string>): Record<string, string> {
  const inputs = [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag);
  const named = inputs.flatMap((tag) => {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    return name ? [[name, filled[name] ?? /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ""] as const] : [];
  });
  return Object.fromEntries(named);
}
