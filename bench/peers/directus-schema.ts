/**
 * Makes the collections as its app would: ids and the times of change are Directus' own to fill, relations have foreign
 * keys. Gives the token of a user who may read all three and create sessions, and nothing else.
 */
export async function createCollections(origin: string, adminToken: string): Promise<string> {
  const post = async (path: string, body: unknown): Promise<{ id: string }> => {
    const answer = await fetch(origin + path, {
      method: "POST",
      headers: { authorization: `Bearer ${adminToken}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return answer.status === 204 ? { id: "" } : ((await answer.json()) as { data: { id: string } }).data;
  };
  for (const collection of collections) await post("/collections", { ...collection, schema: {}, meta: {} });
  for (const [collection, field, related_collection] of relations)
    await post("/relations", { collection, field, related_collection, schema: {}, meta: {} });

  const role = await post("/roles", { name: "Coach" });
  const policy = await post("/policies", { name: "Coaching", admin_access: false, app_access: false });
  await post("/access", { role: role.id, policy: policy.id });
  for (const [collection, action] of grants)
    await post("/permissions", { policy: policy.id, collection, action, fields: ["*"] });
  const token = crypto.randomUUID();
  const person = { email: "coach@example.com", password: crypto.randomUUID(), status: "active" };
  await post("/users", { ...person, role: role.id, token });
  return token;
}

const grants = [
  ["people", "read"],
  ["mentorships", "read"],
  ["sessions", "read"],
  ["sessions", "create"],
] as const;

const relations = [
  ["mentorships", "coach", "people"],
  ["mentorships", "teacher", "people"],
  ["sessions", "mentorship", "mentorships"],
] as const;

const required = (field: string, type: string) => ({ field, type, schema: { is_nullable: false }, meta: {} });
const optional = (field: string, type: string) => ({ field, type, schema: {}, meta: {} });
const filled = (field: string, type: string, special: string) => ({
  field,
  type,
  schema: {},
  meta: { special: [special] },
});

const id = {
  field: "id",
  type: "uuid",
  schema: { is_primary_key: true },
  meta: { special: ["uuid"], hidden: true },
};
const changes = [
  filled("created_at", "timestamp", "date-created"),
  filled("updated_at", "timestamp", "date-updated"),
];

const collections = [
  {
    collection: "people",
    fields: [
      ...[id, required("email", "string"), required("first_name", "string"), required("last_name", "string")],
      optional("avatar_url", "string"),
    ],
  },
  {
    collection: "mentorships",
    fields: [
      ...[id, required("organization_id", "uuid"), required("coach", "uuid"), required("teacher", "uuid")],
      ...[required("status", "string"), ...changes],
    ],
  },
  {
    collection: "sessions",
    fields: [
      ...[id, required("organization_id", "uuid"), required("mentorship", "uuid")],
      ...[required("scheduled_at", "timestamp"), required("duration_minutes", "integer")],
      ...[required("timezone", "string"), optional("notes", "text"), required("status", "string")],
      ...[optional("agora_channel", "string"), optional("cancelled_at", "timestamp")],
      ...[optional("cancelled_by", "string"), optional("completed_at", "timestamp"), ...changes],
    ],
  },
];
