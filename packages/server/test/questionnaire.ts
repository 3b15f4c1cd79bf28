import assert from "node:assert/strict";
import { newId } from "../src/kernel/ids.ts";
import { visit } from "./form-visitor.ts";
import type { TestServer } from "./server.ts";

/** A question of most types, a branch, and an answer that disqualifies. */
export const questions = [
  { key: "fullName", label: "What is your name?", type: "short_text", required: true },
  {
    key: "email",
    label: "Where can we write to you?",
    help: "Only for the decision.",
    type: "email",
    required: true,
  },
  { key: "rent", label: "What rent can you pay?", type: "money", currency: "EUR", max: 2000 },
  {
    key: "pets",
    label: "Do you have pets?",
    type: "yes_no",
    required: true,
    branches: [{ when: [{ key: "pets", operator: "is", value: false }], then: { goTo: "rooms" } }],
  },
  { key: "which", label: "Which ones?", type: "several_of", options: ["Cat", "Dog", "Snake"], max: 2 },
  {
    key: "rooms",
    label: "How many rooms?",
    type: "one_of",
    options: ["One", "Two", "Nine"],
    required: true,
    branches: [
      {
        when: [{ key: "rooms", operator: "is", value: "Nine" }],
        then: { disqualify: "So large we have none." },
      },
    ],
  },
  { key: "from", label: "From when?", type: "date" },
];

export interface Questionnaire {
  id: string;
  slug: string;
  path: string;
  organizationId: string;
  manager: Awaited<ReturnType<TestServer["memberApi"]>>;
}

/** A published template of a new organization. */
export async function publish(server: TestServer, content: object = {}): Promise<Questionnaire> {
  const organizationId = await server.build.organization();
  const manager = await server.memberApi(organizationId, "Manager");
  const body = { name: "Flats", slug: `flats-${newId()}`, status: "published", questions, ...content };
  const made = await manager.post("/api/v1/workflow_templates", body);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const { id, slug } = made.body;
  return { id, slug, path: `/c/${slug}`, organizationId, manager };
}

/** Somebody who has opened a questionnaire and started it. */
export async function begin(server: TestServer, path: string, headers?: Record<string, string>) {
  const visitor = visit(server, headers);
  assert.equal((await visitor.open(path)).status, 200);
  const first = await visitor.submit({ website: "" });
  assert.equal(first.status, 200);
  return { visitor, first };
}

/** The one session of a questionnaire, as reviewers see it. */
export const onlySession = async ({ manager, id }: Questionnaire) => {
  const { body } = await manager.get(`/api/v1/sessions?workflowTemplateId=${id}`);
  assert.equal(body.pagination.total, 1);
  return body.data[0];
};
