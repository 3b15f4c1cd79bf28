import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import {
  type TextFieldProps as AriaProps,
  TextField as AriaTextField,
} from "react-aria-components/TextField";
import styles from "./field.module.css";

export interface TextFieldProps extends Omit<AriaProps, "className" | "style" | "children"> {
  label: string;
  /** What helps to fill it in. */
  hint?: string;
  /** What is wrong with what was sent; said together with the field. */
  fault?: string | null;
}

/** One line of text with its label, a hint, and what is wrong with it. */
export function TextField({ label, hint, fault, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} className={styles.field} {...(fault ? { isInvalid: true } : {})}>
      <Label className={styles.label}>{label}</Label>
      <Input className={styles.input} />
      {hint && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.fault}>
        {({ validationErrors }) => fault || validationErrors.join(" ")}
      </FieldError>
    </AriaTextField>
  );
}
