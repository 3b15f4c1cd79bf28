import type { AnchorHTMLAttributes, Ref } from "react";
import styles from "./button.module.css";
import { Icon, type IconName } from "./icon.tsx";

interface LinkButtonProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "className" | "style"> {
  ref?: Ref<HTMLAnchorElement>;
  look?: "primary" | "plain" | "quiet";
  icon?: IconName;
  isWide?: boolean;
  /** In a tab of its own; where it leads learns nothing of this page. */
  opensNew?: boolean;
  children: string;
}

/** A link to elsewhere that is as much of a step as a button. */
export function LinkButton({ look = "plain", icon, isWide, opensNew, children, ...anchor }: LinkButtonProps) {
  const elsewhere = opensNew ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return (
    <a {...anchor} {...elsewhere} className={styles.button} data-look={look} data-wide={isWide || undefined}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}
