import { Button as AriaButton, type ButtonProps as AriaProps } from "react-aria-components/Button";
import styles from "./button.module.css";
import { Icon, type IconName } from "./icon.tsx";
import { Spinner } from "./spinner.tsx";

export interface ButtonProps extends Omit<AriaProps, "className" | "style" | "children"> {
  /** `primary` once in a view: what most people came to do. */
  look?: "primary" | "plain" | "quiet" | "danger";
  icon?: IconName;
  /** As wide as what it stands in. */
  isWide?: boolean;
  children: string;
}

/** A button that says what it does. While `isPending` it keeps its width, its focus and its name, and does nothing. */
export function Button({ look = "plain", icon, isWide = false, isPending, children, ...props }: ButtonProps) {
  // Not React Aria's own: its announcement stays behind as an image without a name.
  const pending = isPending
    ? { onPress: () => {}, type: "button" as const, "aria-disabled": true, "data-pending": true }
    : {};
  return (
    <AriaButton
      {...props}
      {...pending}
      className={styles.button}
      data-look={look}
      data-wide={isWide || undefined}
    >
      {isPending ? <Spinner label={null} /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </AriaButton>
  );
}
