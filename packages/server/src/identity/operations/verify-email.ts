import type { PublicContext } from "#database/context.ts";
import { takeLink } from "../account-links-store.ts";
import type { MailedLink } from "../account-schema.ts";
import { deadLink } from "../mail-link.ts";
import { verifyEmail as saveVerification } from "../people-store.ts";
import { appendPersonal } from "../personal-event.ts";
import { hashSecret } from "../secrets.ts";

/** Takes the token of such a link. It can be used once. */
export async function verifyEmail(context: PublicContext, { token }: MailedLink): Promise<void> {
  const { tx, now } = context;
  const link = await takeLink(tx, hashSecret(token), "email_verification", now);
  if (!link) throw deadLink();
  const { personId, email } = link;
  if (!(await saveVerification(tx, personId, email, now))) return;
  await appendPersonal(context, personId, { type: "person.email_verified", payload: { personId } });
}
