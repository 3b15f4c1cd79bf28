import type { Vault } from "#kernel/vault.ts";
import { Contact, ContactExport } from "./contact-schema.ts";
import { ErasureReceipt, ScreeningSettings } from "./erasure-schema.ts";
import { prospectLinks } from "./links.ts";
import { type ChatAssets, screeningPages } from "./pages/index.ts";
import { createProofOfWork } from "./proof-of-work.ts";
import { ProspectSession } from "./prospect-schema.ts";
import { ProspectQuestion, Question } from "./question-schema.ts";
import { QueueItem } from "./queue-schema.ts";
import { screeningRoutes } from "./routes.ts";
import { Pagination, Session } from "./schema.ts";
import { createStartLimit } from "./start-limit.ts";
import { ExportedTemplate, Template, TemplateSummary } from "./template-schema.ts";

export { queueBroadcaster } from "./broadcast.ts";
export type { ChatAssets } from "./pages/index.ts";
export { purgeSolutions } from "./solution-store.ts";
export { remindReviewersTask, retentionTask, screeningSubscriber } from "./subscribers.ts";
export { screeningTasks } from "./tasks.ts";

interface Given {
  vault: Vault;
  publicUrl: string;
  /** Null where the chat was not built. */
  chat: ChatAssets | null;
}

/** What screening offers to the server. */
export const screening = ({ vault, publicUrl, chat }: Given) => {
  const parts = {
    limit: createStartLimit(),
    proofOfWork: createProofOfWork(vault),
    links: prospectLinks(vault, publicUrl),
    publicUrl,
  };
  return {
    routes: screeningRoutes(parts),
    pages: screeningPages({ ...parts, chat }),
    models: [
      Session,
      QueueItem,
      Pagination,
      Contact,
      ContactExport,
      ErasureReceipt,
      ScreeningSettings,
      Question,
      TemplateSummary,
      Template,
      ExportedTemplate,
      ProspectQuestion,
      ProspectSession,
    ],
  };
};
