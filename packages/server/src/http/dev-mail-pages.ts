import { type Html, html } from "#kernel/html.ts";
import { htmlDocument } from "./document.ts";

export interface ShownSummary {
  id: string;
  sender: string;
  recipient: string;
  subject: string;
  capturedAt: Date;
  /** Its place in the list. */
  sequence: string;
}

export interface ShownMail extends ShownSummary {
  text: string;
  html: string;
  attachments: readonly { name: string; type: string; content: string }[];
  raw: string;
}

/** Captured mails, newest first. */
export const listPage = (mails: readonly ShownSummary[], hasMore: boolean): string =>
  page(
    "Captured mail",
    html`<p class="quiet">No SMTP_URL is set, so e-mail stays here. It is deleted after a week. <a href="/dev/mail">Look again</a></p>
${mails.length === 0 ? html`<p>Nothing has been sent yet.</p>` : html`<ol class="mails">${mails.map(row)}</ol>`}
${hasMore ? html`<p><a href="/dev/mail?before=${mails.at(-1)?.sequence ?? ""}">Older mail</a></p>` : null}`,
  );

const row = ({ id, recipient, subject, capturedAt }: ShownSummary): Html => html`<li>
<a href="/dev/mail/${id}" dir="auto">${subject || "(no subject)"}</a>
<span class="quiet">to ${recipient}, ${time(capturedAt)}</span>
</li>
`;

/** One mail with all that its reader gets. */
export const mailPage = (mail: ShownMail): string =>
  page(
    mail.subject || "(no subject)",
    html`<p class="quiet"><a href="/dev/mail">All mail</a> · <a href="/dev/mail/${mail.id}/raw">Download the source</a></p>
<dl>
<dt>To</dt><dd>${mail.recipient}</dd>
<dt>Envelope from</dt><dd>${mail.sender}</dd>
<dt>Captured</dt><dd>${time(mail.capturedAt)}</dd>
</dl>
<h2>As HTML</h2>
<iframe src="/dev/mail/${mail.id}/html" title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<h2>As plain text</h2>
<pre dir="auto">${mail.text}</pre>
${mail.attachments.map((one, n) => attachment(mail.id, one, n))}
<h2>Headers</h2>
<pre>${mail.raw.slice(0, Math.max(0, mail.raw.indexOf("\r\n\r\n")))}</pre>`,
  );

const attachment = (
  id: string,
  { name, type, content }: ShownMail["attachments"][number],
  n: number,
): Html => html`<h2>Attachment</h2>
<p><a href="/dev/mail/${id}/attachments/${n}">${name}</a> <span class="quiet">${type}</span></p>
<pre>${content}</pre>
`;

const time = (instant: Date): string => `${instant.toISOString().slice(0, 19).replace("T", " ")} UTC`;

const page = (title: string, content: Html): string =>
  htmlDocument(title, style, html`<h1 dir="auto">${title}</h1>\n${content}`);

const style = html`
:root { color-scheme: light dark; --ink: #1b222c; --quiet: #586271; --page: #f3f5f7; --card: #fff; --line: #dfe3e8; --act: #0b655f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --quiet: #a2acb9; --page: #12161b; --card: #1b2027; --line: #2c343e; --act: #6fcfc6; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 48rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.3; }
h2 { margin: 2rem 0 .5rem; font-size: 1rem; }
a { color: var(--act); }
.quiet { color: var(--quiet); font-size: .875rem; }
.mails { margin: 1.5rem 0; padding: 0; list-style: none; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.mails li { padding: .75rem 1rem; }
.mails li + li { border-top: 1px solid var(--line); }
.mails a { display: block; font-weight: 600; text-decoration: none; }
.mails a:hover { text-decoration: underline; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 1.5rem 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
iframe { width: 100%; height: 40rem; resize: vertical; border: 1px solid var(--line); border-radius: 12px; }
pre { margin: 0; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; font: .8125rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
`;
