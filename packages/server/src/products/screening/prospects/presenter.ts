import { formatSeconds } from "#kernel/instant.ts";
import { followPath, type Path } from "../path.ts";
import { endingIn, textsIn } from "../templates/translation.ts";
import type { ProspectLinks } from "./links.ts";
import type { OwnSession } from "./operations/get-own-session.ts";
import { presentQuestionTo } from "./question.ts";

/** What a prospect sees of their session: never the notes, nor who they are taken for, nor what would disqualify. */
export function presentOwnSession(own: OwnSession, links: ProspectLinks) {
  const { session, template } = own;
  const { questions, settings } = template;
  const path = followPath(questions, session.submission);
  const next = session.status === "active" ? path.next : null;
  const presented = new Map(
    questions.map((question) => [
      question,
      presentQuestionTo(question, questions, settings.translations, session.language),
    ]),
  );
  return {
    id: session.id,
    status: session.status,
    reviewStatus: session.reviewStatus,
    language: session.language,
    submission: session.submission,
    questions: [...presented.values()],
    asked: path.asked.map(({ key }) => key),
    nextQuestion: (next && presented.get(next)) ?? null,
    ending: endingOf(own, path),
    statusUrl: links.statusUrl(session.id),
    continueUrl: links.continueUrl(template.slug, session.id),
    createdAt: formatSeconds(session.createdAt),
    updatedAt: formatSeconds(session.updatedAt),
    expiresAt: formatSeconds(session.expiresAt),
  };
}

/** How it ended, in the author's words where there are some; null while it can be answered. */
function endingOf({ session, template: { name, settings } }: OwnSession, { disqualified }: Path) {
  const { status, storedStatus, language } = session;
  if (status === "active") return null;
  if (storedStatus === "disqualified") {
    return { kind: "disqualified", text: endingIn(settings, language, disqualified ?? "") } as const;
  }
  if (status === "expired") return { kind: "expired", text: null } as const;
  return { kind: "completed", text: textsIn(settings, language, name).completion } as const;
}
