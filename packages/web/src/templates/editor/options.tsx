import { Button } from "#design/button.tsx";
import { IconButton } from "#design/icon-button.tsx";
import { TextField } from "#design/text-field.tsx";
import { type Change, removeOption } from "./changes.ts";
import { type DraftQuestion, newId } from "./draft.ts";
import styles from "./editor.module.css";
import { focusPlace, Placed } from "./faults.tsx";
import { text as all } from "./text.ts";

const text = all.question;

interface OptionsProps {
  question: DraftQuestion;
  onChange: (change: Change) => void;
  onSet: (change: Partial<DraftQuestion>) => void;
}

/** What there is to choose from. */
export function Options({ question, onChange, onSet }: OptionsProps) {
  const { options } = question;
  const write = (id: string, written: string) =>
    onSet({ options: options.map((option) => (option.id === id ? { ...option, text: written } : option)) });
  const add = () => {
    const id = newId();
    onSet({ options: [...options, { id, text: "" }] });
    focusPlace(id);
  };
  return (
    <fieldset className={styles.group}>
      <legend>{text.options}</legend>
      <Placed at={`${question.id}.options`}>
        {(fault) => fault && <p className={styles.fault}>{fault}</p>}
      </Placed>
      {options.map((option, index) => (
        <div key={option.id} className={styles.option}>
          <Placed at={option.id}>
            {(fault) => (
              <TextField
                label={text.option(index + 1)}
                value={option.text}
                onChange={(written) => write(option.id, written)}
                maxLength={200}
                fault={fault}
              />
            )}
          </Placed>
          <IconButton
            label={text.removeOption(option.text || text.option(index + 1))}
            icon="close"
            onPress={() => onChange(removeOption(question.id, option.id))}
          />
        </div>
      ))}
      <div>
        <Button icon="plus" look="quiet" onPress={add}>
          {text.addOption}
        </Button>
      </div>
    </fieldset>
  );
}
