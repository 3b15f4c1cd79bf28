import { Button } from "react-aria-components/Button";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { Text } from "react-aria-components/Text";
import fieldStyles from "./field.module.css";
import { Icon } from "./icon.tsx";
import styles from "./menu.module.css";

export interface SelectProps {
  label: string;
  hint?: string;
  /** What is wrong with what was sent. */
  fault?: string | null;
  /** What stands there while nothing is chosen. */
  placeholder?: string;
  options: readonly { id: string; name: string }[];
  value: string | null;
  onChange: (id: string) => void;
  isDisabled?: boolean;
}

/** One of several, with its label. */
export function Select(props: SelectProps) {
  const { label, hint, fault, placeholder, options, value, onChange, isDisabled } = props;
  return (
    <AriaSelect
      {...(fault ? { isInvalid: true } : {})}
      className={fieldStyles.field}
      placeholder={placeholder}
      isDisabled={isDisabled}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <Button className={fieldStyles.choice}>
        <SelectValue className={fieldStyles.chosen} />
        <Icon name="chevron" />
      </Button>
      {hint && (
        <Text slot="description" className={fieldStyles.hint}>
          {hint}
        </Text>
      )}
      {fault && <FieldError className={fieldStyles.fault}>{fault}</FieldError>}
      <Popover className={styles.popover} data-fits="trigger">
        <ListBox className={styles.list} items={options}>
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name} className={styles.item}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
