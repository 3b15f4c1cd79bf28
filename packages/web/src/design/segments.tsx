import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./segments.module.css";

interface SegmentsProps<Id extends string> {
  label: string;
  options: readonly { id: Id; name: string; icon?: IconName }[];
  value: Id;
  onChange: (id: Id) => void;
}

/** One of a few, all of them in view. */
export function Segments<Id extends string>({ label, options, value, onChange }: SegmentsProps<Id>) {
  const choose = (id: string) => {
    const option = options.find((one) => one.id === id);
    if (option) onChange(option.id);
  };
  return (
    <RadioGroup className={styles.group} orientation="horizontal" value={value} onChange={choose}>
      <Label className={styles.label}>{label}</Label>
      <div className={styles.row}>
        {options.map(({ id, name, icon }) => (
          <Radio key={id} value={id} className={styles.segment}>
            {icon && <Icon name={icon} />}
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
