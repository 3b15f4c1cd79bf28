import { Checkbox as AriaCheckbox } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import styles from "./checkbox.module.css";
import fieldStyles from "./field.module.css";
import { Icon } from "./icon.tsx";

interface CheckboxProps {
  isSelected?: boolean;
  onChange?: (isSelected: boolean) => void;
  /** In a group: by what the group knows it. */
  value?: string;
  /** What is ticked or not. */
  children: string;
}

/** Something that is so or not, and counts when it is saved with the rest. */
export function Checkbox({ children, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={styles.checkbox}>
      <span className={styles.box} aria-hidden="true">
        <Icon name="check" />
      </span>
      {children}
    </AriaCheckbox>
  );
}

interface CheckboxesProps {
  label: string;
  hint?: string;
  fault?: string | null;
  options: readonly { id: string; name: string }[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

/** Several of several, with what they are about. */
export function Checkboxes({ label, hint, fault, options, value, onChange }: CheckboxesProps) {
  return (
    <CheckboxGroup
      className={fieldStyles.field}
      value={[...value]}
      onChange={onChange}
      {...(fault ? { isInvalid: true } : {})}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      {hint && (
        <Text slot="description" className={fieldStyles.hint}>
          {hint}
        </Text>
      )}
      <div className={styles.several}>
        {options.map((option) => (
          <Checkbox key={option.id} value={option.id}>
            {option.name}
          </Checkbox>
        ))}
      </div>
      <FieldError className={fieldStyles.fault}>{fault}</FieldError>
    </CheckboxGroup>
  );
}
