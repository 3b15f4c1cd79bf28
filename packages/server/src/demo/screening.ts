import type { Server } from "../compose.ts";
import { days, plus } from "../kernel/clock.ts";
import type { Call } from "./call.ts";
import type { Demo } from "./demo.ts";
import { questionnaire } from "./questionnaire.ts";
import { moveScreening } from "./store.ts";

/** A published questionnaire and a session in each state. */
export async function fillScreening(
  server: Server,
  call: Call,
  users: Record<"manager" | "coach", { token: string }>,
  organizationId: string,
  now: Date,
): Promise<Demo["screening"]> {
  const { id: workflowTemplateId, slug } = await call(
    users.manager.token,
    "POST",
    "/api/v1/workflow_templates",
    questionnaire,
  );

  const start = async (name: string): Promise<{ id: string; token: string }> => {
    const { id, token } = await call(null, "POST", `/api/public/workflows/${slug}/sessions`);
    await call(token, "POST", `/api/public/screening-sessions/${id}/answers`, { key: "name", value: name });
    return { id, token };
  };
  const complete = async (name: string, email: string): Promise<string> => {
    const { id, token } = await start(name);
    const begin = plus(now, days(30)).toISOString().slice(0, 10);
    const languages = { subject: "Languages", languages: ["French", "Spanish"] };
    const rest = { email, ...languages, taught: false, hours: 6, pay: 28.5, start: begin };
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
