import type { Demo } from "../src/demo/demo.ts";

const template = {
  name: "Rental pre-screening",
  slug: "tour-rental-pre-screening",
  status: "published",
  questions: [
    { key: "fullName", label: "Your full name?", type: "short_text", required: true },
    { key: "moveInDate", label: "When would you move in?", type: "date" },
    { key: "budget", label: "Your monthly budget?", type: "money" },
    { key: "pets", label: "Any pets?", type: "short_text" },
  ],
};

const submission = { fullName: "Jane Smith", moveInDate: "2026-04-01", budget: 2500, pets: "1 cat" };

/** A prospect gives the documented answers through the public routes; resolves with the template's id. */
export async function submitDocumentedAnswers({ baseUrl, users }: Demo): Promise<string> {
  const post = async <Made extends { id: string }>(token: string | null, path: string, body: object) => {
    const response = await fetch(baseUrl + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`POST ${path} answered ${await response.text()}`);
    return (await response.json()) as Made;
  };
  const { id } = await post(users.manager.token, "/api/v1/workflow_templates", template);
  const session = await post<{ id: string; token: string }>(
    null,
    `/api/public/workflows/${template.slug}/sessions`,
    {},
  );
  for (const [key, value] of Object.entries(submission)) {
    await post(session.token, `/api/public/screening-sessions/${session.id}/answers`, { key, value });
  }
  await post(session.token, `/api/public/screening-sessions/${session.id}/finish`, {});
  return id;
}
