import { Type } from "typebox";
import { SessionId } from "../schema.ts";
import { AnswerQuestion, StartedSession, StartSession, UploadFile, WorkflowSlug } from "./schema.ts";

const prospect =
  "The prospect alone, by the token of their session as a bearer token; a browser may show it in the cookie of the workflow's page instead. An unknown id and a wrong token are the same 404.";

/** What prospects call themselves. */
export const prospectWire = {
  startSession: {
    method: "POST",
    path: "/api/public/workflows/:slug/sessions",
    operationId: "startProspectSession",
    summary: "Start a screening session as a prospect",
    description:
      "Anyone can; the workflow must be published, and another is the same 404 as none. A session can be answered for as long as the template says, else for 30 days; a finished one expires 30 days after it began. The organization's plan limits how many may start in a minute on one workflow, from one address, and from one address without a proof of work: a tenth of those with one, but at least 5. More answer 429 with Retry-After. A proof of work that is forged, too old, for another workflow or used before answers 422.",
    params: WorkflowSlug,
    body: StartSession,
    bodyOptional: true,
    success: [201, StartedSession],
    refusals: ["not_found", "proof_refused", "too_many_requests"],
  },
  getOwnSession: {
    method: "GET",
    path: "/api/public/screening-sessions/:id",
    operationId: "getProspectSession",
    summary: "A prospect's own session: answers so far, what comes next, the decision",
    description: prospect,
    params: SessionId,
    success: [200, Type.Ref("ProspectSession")],
    refusals: ["not_found"],
  },
  answerQuestion: {
    method: "POST",
    path: "/api/public/screening-sessions/:id/answers",
    operationId: "answerQuestion",
    summary: "Answer a question, or change its answer",
    description: `${prospect} The value's type is the question's: text for short_text (one line, at most 200 characters), long_text (at most 2,000), email, phone, date (YYYY-MM-DD) and one_of; a number for number and money (at most two decimals, not negative unless min says so); a boolean for yes_no; an array for several_of. A file is sent to the path for files. Null is the answer of whoever leaves an optional question without one, and takes the answer to a required one back. Only a question in asked takes an answer; what an answer makes unreachable is dropped. The same answer again is no change. An answer may end the session at once: its status is then \`expired\`, and its ending says why. A whole submission has at most 100,000 characters as JSON.`,
    params: SessionId,
    body: AnswerQuestion,
    success: [200, Type.Ref("ProspectSession")],
    refusals: ["not_found", "refused_transition", "conflict"],
  },
  uploadFile: {
    method: "POST",
    path: "/api/public/screening-sessions/:id/files",
    operationId: "uploadFile",
    summary: "Upload a file as the answer to a question, or in place of an earlier one",
    description: `${prospect} The answer is \`{id, name, type, size}\`. At most 10 MiB a file, and 30 MiB the files of a session. Taken are PDF, JPEG, PNG, WebP, HEIC, plain text in UTF-8, DOCX and ODT, by what the bytes say; the name is cleaned, and ends as its type does. A file goes with its answer. The same file again is no change. To take one back, answer null.`,
    params: SessionId,
    body: UploadFile,
    success: [200, Type.Ref("ProspectSession")],
    refusals: ["not_found", "refused_transition", "conflict"],
  },
  finishSession: {
    method: "POST",
    path: "/api/public/screening-sessions/:id/finish",
    operationId: "finishProspectSession",
    summary: "Finish a session, so that it can be reviewed",
    description: `${prospect} Every required question in asked must have an answer, else 422 names the missing ones; optional ones without an answer are null from then on, so that the submission holds exactly the asked keys. Leaving one without an answer may end the session as an answer may. Finishing again changes nothing. A prospect who gave an e-mail address is told that the answers came in, later the decision, or that there was none before the session expired.`,
    params: SessionId,
    success: [200, Type.Ref("ProspectSession")],
    refusals: ["not_found", "refused_transition", "conflict"],
  },
} as const;
