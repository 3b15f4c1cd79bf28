import { bearerRoute, publicRoute, type Route } from "#http/route.ts";
import { fileLimits } from "./files.ts";
import { chatCookies } from "./links.ts";
import { answerQuestion } from "./operations/answer-question.ts";
import { finishSession } from "./operations/finish-session.ts";
import { getOwnSession } from "./operations/get-own-session.ts";
import { type StartParts, startSession } from "./operations/start-session.ts";
import { readFile, uploadFile } from "./operations/upload-file.ts";
import { presentOwnSession } from "./presenter.ts";
import { prospectWire } from "./wire.ts";

/** Plans set the limits that matter; this one keeps a flood from one address away from the database. */
const flood = { perMinute: 60_000 };
/** Answers hold the link to go on, and with it the credential. */
const prospect = {
  ...flood,
  keptIn: chatCookies,
  secret: true,
  about: ({ params }: { params: { id: string } }) => params.id,
};

export type ProspectParts = StartParts;

/** What prospects call themselves. */
export const prospectRoutes = (parts: ProspectParts): Route[] => [
  publicRoute(prospectWire.startSession, { ...flood, secret: true }, async (context, { params, body }) => {
    const own = await startSession(context, parts, params.slug, body);
    return { ...presentOwnSession(own, parts.links), token: parts.links.token(own.session.id) };
  }),
  bearerRoute(prospectWire.getOwnSession, prospect, async (context, { params }) =>
    presentOwnSession(await getOwnSession(context, params.id), parts.links),
  ),
  bearerRoute(prospectWire.answerQuestion, prospect, async (context, { params, body }) =>
    presentOwnSession(await answerQuestion(context, params.id, body), parts.links),
  ),
  bearerRoute(
    prospectWire.uploadFile,
    {
      ...prospect,
      takesFile: { field: "file", mostBytes: fileLimits.each },
      prepare: ({ database, now, bearer, file }, { params, body }) =>
        readFile({ database, now, bearer: bearer ?? "", id: params.id, key: body.key, file }),
    },
    async (context, { params, body }, file) =>
      presentOwnSession(await uploadFile(context, params.id, body.key, file), parts.links),
  ),
  bearerRoute(prospectWire.finishSession, prospect, async (context, { params }) =>
    presentOwnSession(await finishSession(context, params.id), parts.links),
  ),
];
