import { answerOf } from "@convene/sdk";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { faultWords } from "#console/fault-words.ts";
import { NeedsRole } from "#console/needs-role.tsx";
import { ConsolePage } from "#console/page.tsx";
import { Trouble } from "#console/trouble.tsx";
import { announce } from "#design/announcer.tsx";
import { Button } from "#design/button.tsx";
import { Card } from "#design/card.tsx";
import { Notice } from "#design/notice.tsx";
import { Select } from "#design/select.tsx";
import { Spinner } from "#design/spinner.tsx";
import { api } from "../api.ts";
import { text as frameText } from "../text.ts";
import styles from "./contacts.module.css";
import { Receipts } from "./receipts.tsx";
import { text as all } from "./text.ts";

const text = all.settings;
const queryKey = ["screening-settings"];

/** `/settings`: how long what prospects answered is kept, and what was erased. */
export function SettingsPage() {
  return (
    <NeedsRole least="OrganizationAdmin">
      <ConsolePage title={text.title} lead={text.lead}>
        <Retention />
        <Receipts />
      </ConsolePage>
    </NeedsRole>
  );
}

function Retention() {
  const settings = useQuery({ queryKey, queryFn: () => answerOf(api.GET("/api/v1/screening_settings")) });
  return (
    <Card>
      <h2>{text.retention}</h2>
      <p>{text.retentionDetail}</p>
      {settings.isPending && <Spinner label={frameText.loading} />}
      {settings.isError && <Trouble fault={settings.error} onAgain={() => void settings.refetch()} />}
      {settings.data && <RetentionForm stored={settings.data.retentionDays} />}
    </Card>
  );
}

/** What is offered; an organization may have chosen another number by the API. */
const offered = [30, 90, 180, 365, 730, 1095, 3650];
const never = "never";

function RetentionForm({ stored }: { stored: number | null }) {
  const [days, setDays] = useState(stored);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => answerOf(api.PUT("/api/v1/screening_settings", { body: { retentionDays: days } })),
    onSuccess: async () => {
      announce(text.saved);
      await queries.invalidateQueries({ queryKey });
    },
  });
  const choices = [...new Set(stored === null ? offered : [...offered, stored])].sort((a, b) => a - b);
  return (
    <div className={styles.form}>
      {save.isError && (
        <Notice tone="bad" title={all.contact.failed} isNews>
          <p>{faultWords(save.error)}</p>
        </Notice>
      )}
      <div className={styles.narrow}>
        <Select
          label={text.choice}
          options={[
            { id: never, name: text.never },
            ...choices.map((choice) => ({ id: String(choice), name: text.after(choice) })),
          ]}
          value={days === null ? never : String(days)}
          onChange={(id) => setDays(id === never ? null : Number(id))}
        />
      </div>
      <div>
        <Button look="primary" isPending={save.isPending} onPress={() => save.mutate()}>
          {text.save}
        </Button>
      </div>
    </div>
  );
}
