import { useState } from "react";
import { shortMoment } from "#console/moments.ts";
import { Pages } from "#console/pages.tsx";
import { saveJson } from "#console/save-file.ts";
import { Trouble } from "#console/trouble.tsx";
import { Button } from "#design/button.tsx";
import { Card } from "#design/card.tsx";
import { FactList } from "#design/fact-list.tsx";
import { Spinner } from "#design/spinner.tsx";
import { text as frameText } from "../text.ts";
import type { Receipt } from "./contact.ts";
import styles from "./contacts.module.css";
import { useReceipts } from "./queries.ts";
import { text as all } from "./text.ts";

const text = all.receipt;

/** What was erased, and when; of one contact, or of all. */
export function Receipts({ contactId }: { contactId?: string }) {
  const [page, setPage] = useState(1);
  const receipts = useReceipts(contactId, page);
  const { data } = receipts;
  return (
    <>
      {receipts.isPending && <Spinner label={frameText.loading} />}
      {receipts.isError && <Trouble fault={receipts.error} onAgain={() => void receipts.refetch()} />}
      {data?.data.length === 0 && <p className={styles.quiet}>{text.none}</p>}
      {data?.data.map((receipt) => (
        <ReceiptCard key={receipt.id} receipt={receipt} />
      ))}
      {data && <Pages page={page} totalPages={data.pagination.totalPages} onChange={setPage} />}
    </>
  );
}

function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const facts: [string, string][] = [
    [text.number, receipt.id],
    [text.when, shortMoment(receipt.erasedAt)],
    [text.why, text.reasons[receipt.reason]],
    [text.whole, receipt.contactErased ? text.wholeYes : text.wholeNo],
    [text.sessions, String(receipt.sessions)],
    [text.files, String(receipt.files)],
    [text.mails, String(receipt.mails)],
  ];
  return (
    <Card>
      <h2>{text.title}</h2>
      <FactList facts={facts} />
      <div>
        <Button icon="download" onPress={() => saveJson(`erasure-${receipt.id}.json`, receipt)}>
          {text.save}
        </Button>
      </div>
    </Card>
  );
}
