import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea as AriaTextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import fieldStyles from "./field.module.css";
import styles from "./text-area.module.css";
import type { TextFieldProps } from "./text-field.tsx";

interface TextAreaProps extends TextFieldProps {
  /** Lines that it has without being filled; it grows with what is written. */
  rows?: number;
}

/** Several lines of text with their label, a hint, and what is wrong with them. */
export function TextArea({ label, hint, fault, rows = 3, ...props }: TextAreaProps) {
  return (
    <AriaTextField {...props} className={fieldStyles.field} {...(fault ? { isInvalid: true } : {})}>
      <Label className={fieldStyles.label}>{label}</Label>
      <AriaTextArea className={`${fieldStyles.input} ${styles.area}`} rows={rows} />
      {hint && (
        <Text slot="description" className={fieldStyles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={fieldStyles.fault}>
        {({ validationErrors }) => fault || validationErrors.join(" ")}
      </FieldError>
    </AriaTextField>
  );
}
