import { Button as AriaButton, type ButtonProps as AriaProps } from "react-aria-components/Button";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./icon-button.module.css";

export interface IconButtonProps extends Omit<AriaProps, "className" | "style" | "children" | "aria-label"> {
  /** Its name for everybody: what a screen reader says, and what is shown when a pointer or the focus rests on it. */
  label: string;
  icon: IconName;
  /** `off` for a device that is switched off, `on` for something special that is going on. */
  state?: "off" | "on";
  look?: "plain" | "danger";
  /** Whether it is pressed down, where it is a switch whose label stays the same. */
  isPressed?: boolean;
  /** On the dark stage of a call. */
  isOnStage?: boolean;
  /** A number beside it, such as of unread messages. */
  count?: number;
}

/** A drawing to press, with its name in a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, state, look = "plain", isPressed, isOnStage = false, count = 0, ...rest } = props;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...rest}
        aria-label={label}
        aria-pressed={isPressed}
        className={styles.button}
        data-look={look}
        data-state={state}
        data-stage={isOnStage || undefined}
      >
        <Icon name={icon} />
        {count > 0 && (
          <span className={styles.count} aria-hidden="true">
            {count > 99 ? "99+" : count}
          </span>
        )}
      </AriaButton>
      <Tooltip className={styles.tooltip} offset={8}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
