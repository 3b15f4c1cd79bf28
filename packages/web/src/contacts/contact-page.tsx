import { useParams } from "@tanstack/react-router";
import { useMember } from "#console/member.ts";
import { shortDay } from "#console/moments.ts";
import { NeedsRole } from "#console/needs-role.tsx";
import { ConsolePage } from "#console/page.tsx";
import { Trouble } from "#console/trouble.tsx";
import { Card } from "#design/card.tsx";
import { FactList } from "#design/fact-list.tsx";
import { Spinner } from "#design/spinner.tsx";
import { text as frameText } from "../text.ts";
import { type Contact, nameOf } from "./contact.ts";
import { ContactActions } from "./contact-actions.tsx";
import { ContactSessions } from "./contact-sessions.tsx";
import styles from "./contacts.module.css";
import { useContact } from "./queries.ts";
import { Receipts } from "./receipts.tsx";
import { text as all } from "./text.ts";

const text = all.contact;
const back = { to: "/contacts", name: all.list.title } as const;

/** `/contacts/:id`: what is known of one, and what they sent. */
export function ContactPage() {
  const { id = "" } = useParams({ strict: false });
  return (
    <NeedsRole least="Coach">
      <Asked key={id} id={id} />
    </NeedsRole>
  );
}

function Asked({ id }: { id: string }) {
  const contact = useContact(id);
  if (contact.data?.erasedAt) return <Erased id={id} erasedAt={contact.data.erasedAt} />;
  if (contact.data) return <Shown contact={contact.data} />;
  return (
    <ConsolePage title={all.list.title} isTitleHidden back={back}>
      {contact.isPending && <Spinner label={frameText.loading} />}
      {contact.isError && <Trouble fault={contact.error} onAgain={() => void contact.refetch()} />}
    </ConsolePage>
  );
}

function Shown({ contact }: { contact: Contact }) {
  const facts = [
    [all.edit.name, contact.name ?? text.nothing],
    [all.edit.email, contact.email ?? text.nothing],
    [all.edit.phone, contact.phone ?? text.nothing],
    [text.since, shortDay(contact.createdAt)],
  ] as const;
  return (
    <ConsolePage title={nameOf(contact)} back={back} actions={<ContactActions contact={contact} />}>
      <div className={styles.columns}>
        <Card>
          <h2>{text.facts}</h2>
          <FactList facts={facts} />
        </Card>
        <ContactSessions contactId={contact.id} />
      </div>
    </ConsolePage>
  );
}

/** Nothing is left of them but that there was somebody, and what was done. */
function Erased({ id, erasedAt }: { id: string; erasedAt: string }) {
  const { may } = useMember();
  return (
    <ConsolePage title={all.erased.title} back={back} lead={all.erased.detail(shortDay(erasedAt))}>
      {may("Manager") && <Receipts contactId={id} />}
    </ConsolePage>
  );
}
