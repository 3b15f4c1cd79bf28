/** The id of the application, which every request names. */
export const application = "bench";

/**
 * Makes the classes, closed to whoever has not signed in, and a user. Gives the token of the user's session, who may
 * read all three classes and create sessions, and nothing else.
 */
export async function createClasses(origin: string, masterKey: string): Promise<string> {
  const master = { "x-parse-master-key": masterKey };
  for (const each of classes) await post(`${origin}/parse/schemas/${each.className}`, each, master);
  const user = { username: "coach", password: crypto.randomUUID(), email: "coach@example.com" };
  await post(`${origin}/parse/users`, user, master);
  return (await post(`${origin}/parse/login`, user)).sessionToken;
}

async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ sessionToken: string }> {
  const type = { "content-type": "application/json", "x-parse-application-id": application };
  const answer = await fetch(url, {
    ...{ method: "POST", headers: { ...type, ...headers }, body: JSON.stringify(body) },
  });
  if (!answer.ok)
    throw new Error(`${new URL(url).pathname} answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { sessionToken: string };
}

const signedIn = { requiresAuthentication: true };
const readable = { find: signedIn, get: signedIn, count: signedIn };

const text = { type: "String" };
const needed = { type: "String", required: true };
const time = { type: "Date" };
const pointer = (targetClass: string) => ({ type: "Pointer", targetClass, required: true });

const classes = [
  {
    className: "Person",
    fields: { email: needed, firstName: needed, lastName: needed, avatarUrl: text },
    classLevelPermissions: readable,
  },
  {
    className: "Mentorship",
    fields: { organizationId: needed, coach: pointer("Person"), teacher: pointer("Person"), status: needed },
    classLevelPermissions: readable,
  },
  {
    className: "MentorshipSession",
    fields: {
      ...{
        organizationId: needed,
        mentorship: pointer("Mentorship"),
        coach: pointer("Person"),
        teacher: pointer("Person"),
        scheduledAt: { ...time, required: true },
      },
      ...{
        durationMinutes: { type: "Number", required: true },
        timezone: needed,
        notes: text,
        status: needed,
      },
      ...{ agoraChannel: text, cancelledAt: time, cancelledBy: text, completedAt: time },
    },
    classLevelPermissions: { ...readable, create: signedIn },
  },
];
