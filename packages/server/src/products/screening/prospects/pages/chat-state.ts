import { jsonElement } from "#http/page.ts";
import type { Html } from "#kernel/html.ts";
import { languagesOf, textsIn } from "../../templates/translation.ts";
import { acceptedFiles, fileLimits } from "../files.ts";
import { presentOwnSession } from "../presenter.ts";
import type { PageParts } from "./find-view.ts";
import type { Opening } from "./start-page.ts";
import type { View } from "./view.ts";

/** What the chat's script begins with, before a session: with something to work out, so that starts cost something. */
export async function startState(
  { template, organization, reading }: Omit<Opening, "chat">,
  { proofOfWork }: PageParts,
  now: Date,
): Promise<Html> {
  const { slug, settings } = template;
  const { name, introduction, completion } = textsIn(settings, reading.language, template.name);
  return stateElement({
    ...{
      slug,
      name,
      introduction,
      organization,
      language: reading.language,
      languages: languagesOf(settings),
    },
    challenge: await proofOfWork.challengeFor(slug, now),
    ...{ session: null, continueUrl: null, statusUrl: null, texts: { completion }, now },
  });
}

/** The same within a session: what its prospect sees of it through the API too. */
export function sessionState(view: View, { links }: PageParts): Html {
  const { template, session, texts, organization, now, continueUrl, statusUrl } = view;
  const { name, introduction, completion } = texts;
  return stateElement({
    ...{ slug: template.slug, name, introduction, organization },
    ...{ language: session.language, languages: languagesOf(template.settings), challenge: null },
    session: presentOwnSession({ session, template }, links),
    ...{ continueUrl, statusUrl, texts: { completion }, now },
  });
}

const stateElement = (state: object): Html =>
  jsonElement("chat-state", { ...state, files: { accept: acceptedFiles, largest: fileLimits.each } });
