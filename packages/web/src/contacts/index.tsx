import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { shortDay } from "#console/moments.ts";
import { NeedsRole } from "#console/needs-role.tsx";
import { ConsolePage } from "#console/page.tsx";
import { Pages } from "#console/pages.tsx";
import { Trouble } from "#console/trouble.tsx";
import { Avatar } from "#design/avatar.tsx";
import { Card } from "#design/card.tsx";
import { EmptyState } from "#design/empty-state.tsx";
import { SearchField } from "#design/search-field.tsx";
import { Spinner } from "#design/spinner.tsx";
import { text as frameText } from "../text.ts";
import { type Contact, nameOf } from "./contact.ts";
import styles from "./contacts.module.css";
import { useContacts } from "./queries.ts";
import { text as all } from "./text.ts";

const text = all.list;

/** `/contacts`: who answered. */
export function ContactsPage() {
  return (
    <NeedsRole least="Coach">
      <Contacts />
    </NeedsRole>
  );
}

function Contacts() {
  const [search, setSearch] = useState("");
  const [page, setPage] = useState(1);
  const contacts = useContacts(useDeferredValue(search), page);
  const change = (next: string) => {
    setSearch(next);
    setPage(1);
  };
  const { data } = contacts;
  return (
    <ConsolePage title={text.title} lead={text.lead}>
      <div className={styles.search}>
        <SearchField label={text.search} value={search} onChange={change} />
        <p role="status" className={styles.quiet}>
          {data && text.count(data.pagination.total)}
        </p>
      </div>
      {contacts.isPending && <Spinner label={frameText.loading} />}
      {contacts.isError && <Trouble fault={contacts.error} onAgain={() => void contacts.refetch()} />}
      {data && data.data.length === 0 && (
        <Card>
          <EmptyState
            icon={search === "" ? "people" : "search"}
            title={search === "" ? text.empty : text.nothing}
          >
            <p>{search === "" ? text.emptyDetail : text.nothingDetail}</p>
          </EmptyState>
        </Card>
      )}
      {data && data.data.length > 0 && (
        <>
          <List contacts={data.data} />
          <Pages page={page} totalPages={data.pagination.totalPages} onChange={setPage} />
        </>
      )}
    </ConsolePage>
  );
}

function List({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <ul className={styles.list}>
      {contacts.map((contact) => (
        <li key={contact.id} className={styles.row}>
          <Avatar name={nameOf(contact)} />
          <div className={styles.who}>
            <Link to="/contacts/$id" params={{ id: contact.id }} className={styles.name}>
              {nameOf(contact)}
            </Link>
            <p className={styles.quiet}>
              {[contact.name && contact.email, contact.phone].filter(Boolean).join(" · ")}
            </p>
          </div>
          <p className={styles.since}>{shortDay(contact.createdAt)}</p>
        </li>
      ))}
    </ul>
  );
}
