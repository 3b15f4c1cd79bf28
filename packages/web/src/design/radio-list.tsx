import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import fieldStyles from "./field.module.css";
import styles from "./radio-list.module.css";

interface RadioListProps {
  label: string;
  options: readonly { id: string; name: string; detail?: string }[];
  value: string | null;
  onChange: (id: string) => void;
}

/** One of some that need a word each; as many as fit, the rest by scrolling. */
export function RadioList({ label, options, value, onChange }: RadioListProps) {
  return (
    <RadioGroup className={fieldStyles.field} value={value} onChange={onChange}>
      <Label className={fieldStyles.label}>{label}</Label>
      <div className={styles.list}>
        {options.map(({ id, name, detail }) => (
          <Radio key={id} value={id} className={styles.option}>
            <span className={styles.mark} aria-hidden="true" />
            <span className={styles.words}>
              {name}
              {detail && <span className={fieldStyles.hint}>{detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
