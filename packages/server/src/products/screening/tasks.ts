import type { Database } from "#database/tenancy.ts";
import type { Task } from "#events/worker.ts";
import { type Clock, minutes, plus } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import { applyRetention, findForgetfulOrganizations } from "./contacts/operations/apply-retention.ts";
import { forgetAnswers } from "./contacts/operations/forget-answers.ts";
import { noteExpired } from "./expiry-store.ts";
import { expireSession } from "./operations/expire-session.ts";
import { prospectLinks } from "./prospects/links.ts";
import { tellProspect } from "./prospects/operations/tell-prospect.ts";
import { findWaitingOrganizations } from "./reviews/operations/find-waiting-organizations.ts";
import { tellReviewers } from "./reviews/operations/tell-reviewers.ts";
import { noteExpiredTask, remindReviewersTask, retentionTask, tasks } from "./subscribers.ts";

interface Parts {
  database: Database;
  clock: Clock;
  vault: Vault;
  publicUrl: string;
}

/** What screening does beside requests. */
export const screeningTasks = ({ database, clock, vault, publicUrl }: Parts): Record<string, Task> => ({
  async [tasks.tellProspect]({ organizationId = "", sessionId = "" }) {
    const links = prospectLinks(vault, publicUrl);
    const tell = () =>
      database.asTenant(organizationId, (tx) =>
        tellProspect(tx, { organizationId, sessionId, now: clock() }, { vault, links }),
      );
    while (await tell());
  },
  [tasks.expireSession]: ({ organizationId = "", sessionId = "" }) =>
    database.asTenant(organizationId, (tx) => expireSession(tx, { organizationId, sessionId, now: clock() })),
  async [noteExpiredTask]() {
    // A minute late, so that no process whose clock is behind sees noted what is not so for it yet.
    const step = { by: plus(clock(), -minutes(1)), limit: 1_000 };
    while ((await database.asSystem((tx) => noteExpired(tx, step))) === step.limit);
  },
  async [remindReviewersTask]() {
    // One day for all pages, also when midnight passes.
    const now = clock();
    for (let after: string | null = null; ; ) {
      const last: string | null = await database.asSystem((tx) => findWaitingOrganizations(tx, now, after));
      if (last === null) return;
      after = last;
    }
  },
  async [tasks.tellReviewers]({ organizationId = "", day = "" }) {
    for (let after: string | null = null; ; ) {
      const last: string | null = await database.asTenant(organizationId, (tx) =>
        tellReviewers(tx, { organizationId, day, now: clock() }, after),
      );
      if (last === null) return;
      after = last;
    }
  },
  async [retentionTask]() {
    for (let after: string | null = null; ; ) {
      const last: string | null = await database.asSystem((tx) => findForgetfulOrganizations(tx, after));
      if (last === null) return;
      after = last;
    }
  },
  async [tasks.applyRetention]({ organizationId = "" }) {
    // One instant for all steps: what ends meanwhile has time until tomorrow.
    const now = clock();
    const step = () => database.asTenant(organizationId, (tx) => applyRetention(tx, { organizationId, now }));
    while (await step());
  },
  [tasks.forgetAnswers]: ({ organizationId = "", contactId = "" }) =>
    database.asSystem((tx) => forgetAnswers(tx, { organizationId, contactId })),
});
