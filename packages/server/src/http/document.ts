import { type Html, html } from "#kernel/html.ts";

interface Surroundings {
  /** A BCP 47 tag. */
  language?: string;
  /** By which styles know what kind of page it is. */
  kind?: string;
  /** What else stands in the head. */
  head?: Html | null;
  /** What follows the content. */
  end?: Html | null;
}

/** A whole HTML document, light or dark as its reader likes it. */
export const htmlDocument = (
  title: string,
  style: Html,
  content: Html,
  { language = "en", kind, head = null, end = null }: Surroundings = {},
): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
${head}</head>
<body>
<main${kind === undefined ? null : html` class="${kind}"`}>
${content}
</main>
${end}</body>
</html>
`.text;
