import { html } from "#kernel/html.ts";
import { htmlAnswer, type Page, viewPage } from "./page.ts";

/** Where the links of sandbox meetings lead: nobody is there, and nobody is to think so. */
export const sandboxMeetingPage: Page = viewPage(
  { path: "/sandbox/zoom/j/:id", perMinute: 300 },
  async ({ params: { id = "" } }) =>
    /^\d{9,12}$/.test(id)
      ? htmlAnswer(
          200,
          "This is a sandbox meeting",
          html`<p>Meeting ${spaced(id)} is not at Zoom. This server has no Zoom account and only pretends to have one, so that scheduling can be tried: nobody can be met here.</p>
<p class="hint">Whoever operates the server sets ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET for real meetings.</p>`,
        )
      : htmlAnswer(404, "No such meeting", html`<p>A meeting's number has eleven digits.</p>`),
);

/** As Zoom writes it: 953 1717 5962. */
const spaced = (id: string): string => id.replace(/^(\d{3})(\d+?)(\d{4})$/, "$1 $2 $3");
