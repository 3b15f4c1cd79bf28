import { type FormEvent, useState } from "react";
import { Button } from "#design/button.tsx";
import { Card } from "#design/card.tsx";
import { TextArea } from "#design/text-area.tsx";
import { TextField } from "#design/text-field.tsx";
import { languageName } from "../template-facts.tsx";
import type { Change } from "./changes.ts";
import type { Draft } from "./draft.ts";
import styles from "./editor.module.css";
import { Placed } from "./faults.tsx";
import { text as all } from "./text.ts";
import { translatables } from "./translations.ts";

const text = all.translations;

interface TranslationsProps {
  draft: Draft;
  onChange: (change: Change) => void;
}

/** The same questionnaire in other languages. */
export function Translations({ draft, onChange }: TranslationsProps) {
  const [tag, setTag] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    const language = tag.trim();
    onChange((before) => ({ ...before, translations: { [language]: {}, ...before.translations } }));
    setTag("");
  };
  return (
    <Card>
      <h2>{text.title}</h2>
      <p className={styles.quiet}>{text.detail}</p>
      {Object.keys(draft.translations).map((language) => (
        <Translated key={language} {...{ draft, language, onChange }} />
      ))}
      <form className={styles.language} onSubmit={add}>
        <TextField label={text.tag} hint={text.tagHint} value={tag} onChange={setTag} maxLength={35} />
        <Button type="submit" isDisabled={tag.trim() === ""}>
          {text.add}
        </Button>
      </form>
    </Card>
  );
}

/** All texts in one language, each below what it translates. */
function Translated({ draft, language, onChange }: TranslationsProps & { language: string }) {
  const texts = draft.translations[language] ?? {};
  const given = translatables(draft);
  const done = given.filter(({ at }) => (texts[at] ?? "").trim() !== "").length;
  const name = languageName(language);
  const write = (at: string, translated: string) =>
    onChange((before) => ({
      ...before,
      translations: {
        ...before.translations,
        [language]: { ...before.translations[language], [at]: translated },
      },
    }));
  const remove = () =>
    onChange((before) => {
      const { [language]: _gone, ...kept } = before.translations;
      return { ...before, translations: kept };
    });
  return (
    <details className={styles.details}>
      <summary>{text.progress(name, done, given.length)}</summary>
      <div className={styles.fields}>
        <Placed at={`translations.${language}`}>
          {(fault) => (
            <>
              {fault && <p className={styles.fault}>{fault}</p>}
              <Button look="quiet" icon="trash" onPress={remove}>
                {text.remove(name)}
              </Button>
            </>
          )}
        </Placed>
        {given.map(({ at, name: label, original }) => (
          <TextArea
            key={at}
            label={label}
            hint={original}
            rows={1}
            value={texts[at] ?? ""}
            onChange={(translated) => write(at, translated)}
          />
        ))}
      </div>
    </details>
  );
}
