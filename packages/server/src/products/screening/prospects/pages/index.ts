import type { Page } from "#http/page.ts";
import { answerPages } from "./answer-pages.ts";
import { chatPages } from "./chat-pages.ts";
import type { PageParts } from "./find-view.ts";
import { statusPages } from "./status-pages.ts";

export type { ChatAssets } from "./frame.ts";

/** What prospects open in a browser: the questionnaire as plain forms, and what became of their answers. */
export const screeningPages = (parts: PageParts): Page[] => [
  ...chatPages(parts),
  ...answerPages(parts),
  ...statusPages(parts),
];
