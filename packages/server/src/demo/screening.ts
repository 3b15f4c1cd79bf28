import type { Server } from "../compose.ts";
import { days } from "../kernel/clock.ts";
import type { Call } from "./call.ts";
import type { Demo } from "./demo.ts";
import { moveScreening } from "./store.ts";

const template = {
  name: "Tutor application",
  slug: "tutor-application",
  status: "published",
  questions: [
    { key: "name", label: "What is your name?", type: "short_text", required: true },
    { key: "email", label: "Where can we write to you?", type: "email", required: true },
    {
      key: "subject",
      label: "What would you like to teach?",
      type: "one_of",
      options: ["Mathematics", "Languages", "Arts"],
    },
    { key: "hours", label: "How many hours a week?", type: "number", min: 1, max: 40 },
  ],
};

/** A published questionnaire and a session in each state. */
export async function fillScreening(
  server: Server,
  call: Call,
  users: Record<"manager" | "coach", { token: string }>,
  organizationId: string,
): Promise<Demo["screening"]> {
  const { id: workflowTemplateId, slug } = await call(
    users.manager.token,
    "POST",
    "/api/v1/workflow_templates",
    template,
  );

  const start = async (name: string): Promise<{ id: string; token: string }> => {
    const { id, token } = await call(null, "POST", `/api/public/workflows/${slug}/sessions`);
    await call(token, "POST", `/api/public/screening-sessions/${id}/answers`, { key: "name", value: name });
    return { id, token };
  };
  const complete = async (name: string, email: string): Promise<string> => {
    const { id, token } = await start(name);
    const rest = { email, subject: "Languages", hours: 6 };
    for (const [key, value] of Object.entries(rest)) {
      await call(token, "POST", `/api/public/screening-sessions/${id}/answers`, { key, value });
    }
    await call(token, "POST", `/api/public/screening-sessions/${id}/finish`);
    return id;
  };

  const pending = await complete("Ines Duarte", "ines@example.org");
  const { id: active } = await start("Tomasz Zielinski");
  const expired = await complete("Mei Tanaka", "mei@example.org");
  const approved = await complete("Noor Haddad", "noor@example.org");
  const review = { reviewStatus: "approved", reviewNotes: "Taught for six years; start with two groups." };
  await call(users.coach.token, "PATCH", `/api/v1/sessions/${approved}/review`, review);
  // Nobody can wait for thirty days: what expired, and what was decided, happened earlier.
  await server.database.asTenant(organizationId, async (tx) => {
    await moveScreening(tx, organizationId, expired, days(45));
    await moveScreening(tx, organizationId, approved, days(10));
  });
  const { contactId } = await call(users.coach.token, "GET", `/api/v1/sessions/${pending}`);
  return { workflowTemplateId, slug, contactId, sessions: { pending, active, expired, approved } };
}
