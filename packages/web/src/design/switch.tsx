import { Switch as AriaSwitch } from "react-aria-components/Switch";
import styles from "./switch.module.css";

interface SwitchProps {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  /** What is on or off. */
  children: string;
}

/** Something that is on or off, and changes at once. */
export function Switch({ isSelected, onChange, children }: SwitchProps) {
  return (
    <AriaSwitch className={styles.switch} isSelected={isSelected} onChange={onChange}>
      <span className={styles.track} aria-hidden="true" />
      {children}
    </AriaSwitch>
  );
}
