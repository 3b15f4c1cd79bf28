import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { days, minutes } from "#kernel/clock.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { capturedMails } from "../../../../test/mailbox.ts";
import { answerTo, chanceFrom, generateQuestions } from "../../../../test/screening-templates.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";
import { settled, travel } from "../../../../test/travel.ts";
import type { Question } from "../questions.ts";
import type { TemplateSettings } from "../templates/settings.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

const sorry = "We only have flats for people who do not smoke.";
const questions: Question[] = [
  { key: "email", label: "Your e-mail address?", type: "email", required: true },
  {
    key: "smokes",
    label: "Do you smoke?",
    type: "yes_no",
    required: true,
    branches: [
      { when: [{ key: "smokes", operator: "is", value: true }], then: { disqualify: sorry } },
      { when: [{ key: "smokes", operator: "is", value: false }], then: { goTo: "pets" } },
    ],
  },
  { key: "why", label: "Why do you not say?", type: "short_text", required: false },
  { key: "pets", label: "Any pets?", type: "short_text", required: false },
  {
    key: "guests",
    label: "How many of you?",
    type: "number",
    required: false,
    branches: [
      {
        when: [{ key: "guests", operator: "is_not_answered" }],
        then: { disqualify: "Come back with a number." },
      },
    ],
  },
];

/** A session that a prospect has started, and what they and the reviewers can do with it. */
async function started(settings: Partial<TemplateSettings> = {}, language?: string) {
  const organization = await server.build.organization();
  const { slug } = await screening.template(organization, { questions, settings });
  const { body } = await server.api().post(`/api/public/workflows/${slug}/sessions`, { language });
  const path = `/api/public/screening-sessions/${body.id}`;
  const api = server.api(body.token);
  // A person's token would be over by the end of some of these.
  const key = await server.build.apiKey(organization, ["screening:read", "screening:write"]);
  return {
    id: body.id as string,
    member: server.api(key.text),
    own: async () => (await api.get(path)).body,
    answer: (question: string, value: unknown) => api.post(`${path}/answers`, { key: question, value }),
    finish: () => api.post(`${path}/finish`),
  };
}

const email = (count: number) => `ended-${count}@example.com`;

describe("an answer that disqualifies", () => {
  test("ends the session at once and says so to its prospect alone; to everybody else it is expired", async () => {
    const { id, answer, own, finish, member } = await started();
    await answer("email", email(1));
    const { status, body } = await answer("smokes", true);
    assert.equal(status, 200);
    assert.deepEqual(body.ending, { kind: "disqualified", text: sorry });
    assert.deepEqual([body.status, body.nextQuestion], ["expired", null]);
    assert.deepEqual(body.asked, ["email", "smokes"]);
    assert.deepEqual(await own(), body);

    const { body: read } = await member.get(`/api/v1/sessions/${id}`);
    assert.deepEqual([read.status, read.reviewStatus], ["expired", "pending_review"]);
    for (const [filter, total] of [
      ["expired", 1],
      ["active", 0],
      ["completed", 0],
    ] as const) {
      const listed = await member.get(`/api/v1/sessions?status=${filter}`);
      assert.equal(listed.body.pagination.total, total, filter);
    }
    const review = await member.patch(`/api/v1/sessions/${id}/review`, { reviewStatus: "approved" });
    assert.deepEqual([review.status, review.body.code], [422, "not_completed"]);
    for (const late of [await answer("smokes", false), await finish()]) {
      assert.deepEqual([late.status, late.body.code], [422, "refused_transition"]);
    }
    const [row] = await server.db.query("select status from screening_sessions where id = $1", [id]);
    assert.equal(row?.status, "disqualified");
    await settled(server);
    const timers = await server.db.query("select key from graphile_worker.jobs where key like $1", [
      `%${id}`,
    ]);
    assert.deepEqual(timers, []);
    await travel(server, days(31));
    assert.deepEqual(await screening.eventsOf(id), [
      "screening.session.started",
      "screening.session.answered",
      "screening.session.disqualified",
    ]);
    assert.deepEqual(await capturedMails(server, email(1)), []);
  });

  test("tells whose session it was, as a finish does, so that it is found under their address", async () => {
    const { id, answer, member } = await started();
    await answer("email", email(9));
    assert.equal((await answer("smokes", true)).body.status, "expired");
    const { data } = (await member.get(`/api/v1/contacts?email=${email(9)}`)).body;
    assert.equal(data.length, 1);
    const { body } = await member.get(`/api/v1/sessions?contactId=${data[0].id}`);
    assert.deepEqual(
      body.data.map((session: { id: string }) => session.id),
      [id],
    );
  });

  test("sent again is no change, also by several at once; a wrong value changes nothing either", async () => {
    const { id, answer } = await started();
    await answer("email", email(2));
    const answers = await Promise.all(Array.from({ length: 5 }, () => answer("smokes", true)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      Array(5).fill(200),
    );
    const wrong = await answer("smokes", "perhaps");
    assert.deepEqual([wrong.status, wrong.body.code], [422, "refused_transition"]);
    const types = await screening.eventsOf(id);
    assert.equal(types.filter((type) => type.endsWith("disqualified")).length, 1);
  });

  test("may be none, given by finishing", async () => {
    const { answer, finish, own } = await started();
    await answer("email", email(3));
    await answer("smokes", false);
    const { body } = await finish();
    assert.deepEqual(body.ending, { kind: "disqualified", text: "Come back with a number." });
    assert.deepEqual(Object.keys(body.submission), ["email", "smokes", "pets", "guests"]);
    assert.deepEqual(await own(), body);
  });

  test("is told in the language of the session, as the questions are", async () => {
    const de = {
      questions: { smokes: { label: "Rauchen Sie?" } },
      endings: { [sorry]: "Nur für Nichtraucher." },
    };
    const { answer, own } = await started({ translations: { de } }, "de-AT");
    const { language, questions: shown } = await own();
    assert.deepEqual(
      [language, shown[1].label, shown[0].label],
      ["de", "Rauchen Sie?", "Your e-mail address?"],
    );
    await answer("email", email(4));
    assert.equal((await answer("smokes", true)).body.ending.text, "Nur für Nichtraucher.");
  });

  test("and branches are never shown to prospects", async () => {
    const { own } = await started();
    const session = await own();
    assert.doesNotMatch(JSON.stringify(session), /branches|disqualify|otherwise|We only have/);
    assert.deepEqual(
      session.questions.map(({ next }: { next?: string | null }) => next),
      ["smokes", undefined, "pets", "guests", undefined],
    );
  });
});

describe("along the path", () => {
  test("what an answer makes unreachable is dropped at once, and takes no answer any more", async () => {
    const { answer, own } = await started();
    await answer("email", email(5));
    assert.deepEqual((await own()).asked, ["email", "smokes", "why", "pets", "guests"]);
    await answer("why", "None of your business");
    const { body } = await answer("smokes", false);
    assert.deepEqual(body.submission, { email: email(5), smokes: false });
    assert.deepEqual([body.asked, body.nextQuestion.key], [["email", "smokes", "pets", "guests"], "pets"]);
    const refused = await answer("why", "Still none");
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, "/key"]);
    assert.deepEqual((await own()).submission, { email: email(5), smokes: false });
  });

  test("two devices that answer at once leave answers to what is asked, whoever comes first", async () => {
    const { answer, own } = await started();
    await answer("email", email(6));
    for (let round = 0; round < 5; round += 1) {
      await answer("smokes", null);
      await Promise.all([
        answer("why", `because ${round}`),
        answer("smokes", false),
        answer("pets", `${round} cats`),
      ]);
      const { submission, asked } = await own();
      assert.deepEqual(
        Object.keys(submission).filter((key) => !asked.includes(key)),
        [],
      );
      assert.deepEqual([submission.smokes, submission.pets], [false, `${round} cats`]);
    }
  });
});

test("whatever is answered, changed and left out, a session ends, and holds what it was asked", async () => {
  const organization = await server.build.organization();
  const ends = new Map<string, number>();
  for (let seed = 1; seed <= 20; seed += 1) {
    const chance = chanceFrom(seed);
    const { slug } = await screening.template(organization, { questions: generateQuestions(chance) });
    let { body: own } = await server.api().post(`/api/public/workflows/${slug}/sessions`);
    const api = server.api(own.token);
    const path = `/api/public/screening-sessions/${own.id}`;
    const give = (question: Question) => {
      const value = answerTo(question, chance);
      if (question.type !== "file" || value === null)
        return api.post(`${path}/answers`, { key: question.key, value });
      const form = new FormData();
      form.append("key", question.key);
      form.append("file", new Blob([`for ${question.key}`]), "file.txt");
      return api.send("POST", `${path}/files`, form, {});
    };
    while (own.ending === null) {
      const { nextQuestion, questions: all, asked } = own;
      // Now and then an earlier answer is changed, or one ahead is given.
      const key = nextQuestion && chance.oneIn(4) ? chance.pick(asked) : nextQuestion?.key;
      const question = all.find((one: Question) => one.key === key);
      const { status, body } = question ? await give(question) : await api.post(`${path}/finish`);
      assert.equal(status, 200, JSON.stringify([seed, body]));
      own = body;
      const keys = Object.keys(own.submission);
      assert.deepEqual(
        own.asked.filter((one: string) => keys.includes(one)).sort(),
        keys.sort(),
        `seed ${seed}`,
      );
    }
    assert.deepEqual(Object.keys(own.submission).sort(), own.asked.toSorted(), `seed ${seed}`);
    ends.set(own.ending.kind, (ends.get(own.ending.kind) ?? 0) + 1);
  }
  assert.deepEqual([...ends.keys()].sort(), ["completed", "disqualified"]);
});

describe("a template's time limit", () => {
  test("ends what is not finished by then; what was, can be reviewed for thirty days", async () => {
    const [quick, slow] = [await started({ timeLimitMinutes: 20 }), await started({ timeLimitMinutes: 20 })];
    for (const { answer } of [quick, slow]) {
      await answer("email", email(7));
      await answer("smokes", false);
      await answer("guests", 2);
    }
    const { createdAt, expiresAt } = await quick.own();
    assert.equal(Date.parse(expiresAt) - Date.parse(createdAt), minutes(20));
    await travel(server, minutes(19));
    const finished = await quick.finish();
    assert.equal(Date.parse(finished.body.expiresAt) - Date.parse(createdAt), days(30));
    await travel(server, minutes(1));
    assert.deepEqual((await slow.own()).ending, { kind: "expired", text: null });
    for (const late of [await slow.answer("pets", "1 cat"), await slow.finish()]) {
      assert.deepEqual([late.status, late.body.code], [422, "refused_transition"]);
    }
    assert.equal((await slow.answer("guests", 2)).status, 200);
    await travel(server, days(29));
    const expired = "screening.session.expired";
    assert.equal((await screening.eventsOf(slow.id)).filter((type) => type === expired).length, 1);
    assert.ok(!(await screening.eventsOf(quick.id)).includes(expired));
    const { body } = await quick.member.patch(`/api/v1/sessions/${quick.id}/review`, {
      reviewStatus: "approved",
    });
    assert.deepEqual([body.status, body.reviewStatus], ["completed", "approved"]);
  });
});
