import type { Vault } from "#kernel/vault.ts";
import { ErasureReceipt, ScreeningSettings } from "./contacts/erasure-schema.ts";
import { Contact, ContactExport } from "./contacts/schema.ts";
import { prospectLinks } from "./prospects/links.ts";
import { type ChatAssets, screeningPages } from "./prospects/pages/index.ts";
import { createProofOfWork } from "./prospects/proof-of-work.ts";
import { ProspectSession } from "./prospects/schema.ts";
import { createStartLimit } from "./prospects/start-limit.ts";
import { QueueItem } from "./reviews/schema.ts";
import { screeningRoutes } from "./routes.ts";
import { Pagination, Session } from "./schema.ts";
import { ProspectQuestion, Question } from "./templates/question-schema.ts";
import { ExportedTemplate, Template, TemplateSummary } from "./templates/schema.ts";

export type { ChatAssets } from "./prospects/pages/index.ts";
export { purgeSolutions } from "./prospects/solution-store.ts";
export { queueBroadcaster } from "./reviews/broadcast.ts";
export { noteExpiredTask, remindReviewersTask, retentionTask, screeningSubscriber } from "./subscribers.ts";
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
