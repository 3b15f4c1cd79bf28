import { Card } from "#design/card.tsx";
import { TextArea } from "#design/text-area.tsx";
import { TextField } from "#design/text-field.tsx";
import { publicPath } from "../template.ts";
import type { Change } from "./changes.ts";
import type { Draft } from "./draft.ts";
import styles from "./editor.module.css";
import { Placed } from "./faults.tsx";
import { text } from "./text.ts";

type Member = "name" | "slug" | "introduction" | "completion" | "language" | "timeLimitMinutes";

/** What a questionnaire is called, and what is said around its questions. */
export function About({ draft, onChange }: { draft: Draft; onChange: (change: Change) => void }) {
  const at = (member: Member) => ({
    value: draft[member],
    onChange: (value: string) => onChange((before) => ({ ...before, [member]: value })),
  });
  return (
    <Card>
      <h2>{text.about}</h2>
      <div className={styles.pair}>
        <Placed at="name">
          {(fault) => (
            <TextField {...at("name")} label={text.name} hint={text.nameHint} maxLength={200} fault={fault} />
          )}
        </Placed>
        <Placed at="slug">
          {(fault) => (
            <TextField
              {...at("slug")}
              label={text.slug}
              hint={text.slugHint(location.host + publicPath(draft.slug))}
              maxLength={100}
              fault={fault}
            />
          )}
        </Placed>
      </div>
      <Placed at="introduction">
        {(fault) => (
          <TextArea
            {...at("introduction")}
            label={text.introduction}
            hint={text.introductionHint}
            fault={fault}
          />
        )}
      </Placed>
      <Placed at="completion">
        {(fault) => (
          <TextArea {...at("completion")} label={text.completion} hint={text.completionHint} fault={fault} />
        )}
      </Placed>
      <div className={styles.pair}>
        <Placed at="timeLimitMinutes">
          {(fault) => (
            <TextField
              {...at("timeLimitMinutes")}
              label={text.timeLimit}
              hint={text.timeLimitHint}
              inputMode="numeric"
              fault={fault}
            />
          )}
        </Placed>
        <Placed at="language">
          {(fault) => (
            <TextField {...at("language")} label={text.language} hint={text.languageHint} fault={fault} />
          )}
        </Placed>
      </div>
    </Card>
  );
}
