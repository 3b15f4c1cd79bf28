import { Checkboxes } from "#design/checkbox.tsx";
import { Select } from "#design/select.tsx";
import { TextArea } from "#design/text-area.tsx";
import { TextField } from "#design/text-field.tsx";
import { hasOptions } from "../template.ts";
import type { DraftQuestion, DraftTest } from "./draft.ts";
import { text as all } from "./text.ts";

const text = all.branches;

interface TestValueProps {
  asked: DraftQuestion;
  test: DraftTest;
  fault: string | null;
  onChange: (values: string[]) => void;
}

/** What an answer is compared with, as such an answer is given. */
export function TestValue({ asked, test, fault, onChange }: TestValueProps) {
  const { operator, values } = test;
  const value = values[0] ?? "";
  const set = (next: string) => onChange(next === "" ? [] : [next]);
  const options = asked.options.map(({ id, text: name }, index) => ({
    id,
    name: name.trim() || all.question.option(index + 1),
  }));
  if (operator === "is_one_of") {
    if (hasOptions(asked.type)) {
      return (
        <Checkboxes label={text.values} options={options} value={values} onChange={onChange} fault={fault} />
      );
    }
    return (
      <TextArea
        label={text.values}
        hint={text.valuesHint}
        value={values.join("\n")}
        onChange={(lines) => onChange(lines === "" ? [] : lines.split("\n"))}
        fault={fault}
      />
    );
  }
  if (hasOptions(asked.type) || asked.type === "yes_no") {
    const yesOrNo = [
      { id: "yes", name: text.yes },
      { id: "no", name: text.no },
    ];
    return (
      <Select
        label={text.value}
        placeholder={text.choose}
        options={asked.type === "yes_no" ? yesOrNo : options}
        value={value === "" ? null : value}
        onChange={set}
        fault={fault}
      />
    );
  }
  const isNumber = asked.type === "number" || asked.type === "money";
  return (
    <TextField
      label={text.value}
      type={asked.type === "date" ? "date" : "text"}
      inputMode={isNumber ? "decimal" : "text"}
      value={value}
      onChange={set}
      fault={fault}
    />
  );
}
