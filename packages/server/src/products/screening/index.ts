import { Contact } from "./contact-schema.ts";
import { ProspectSession } from "./prospect-schema.ts";
import { screeningRoutes } from "./routes.ts";
import { Pagination, Session } from "./schema.ts";
import { createStartLimit } from "./start-limit.ts";
import { Question, Template, TemplateSummary } from "./template-schema.ts";

export { remindReviewersTask, screeningSubscriber } from "./subscribers.ts";
export { screeningTasks } from "./tasks.ts";

/** What screening offers to the server. */
export const screening = () => ({
  routes: screeningRoutes(createStartLimit()),
  models: [Session, Pagination, Contact, Question, TemplateSummary, Template, ProspectSession],
});
