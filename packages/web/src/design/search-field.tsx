import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";
import fieldStyles from "./field.module.css";
import { Icon } from "./icon.tsx";
import styles from "./search-field.module.css";

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}

/** What is typed narrows down what is shown; Escape and the cross empty it. */
export function SearchField({ label, ...props }: SearchFieldProps) {
  return (
    <AriaSearchField {...props} className={fieldStyles.field}>
      <Label className={fieldStyles.label}>{label}</Label>
      <div className={styles.row}>
        <Icon name="search" />
        <Input className={`${fieldStyles.input} ${styles.input}`} maxLength={100} />
        <Button className={styles.clear}>
          <Icon name="close" />
        </Button>
      </div>
    </AriaSearchField>
  );
}
