import type { ReactElement } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./menu.module.css";

export interface Choice {
  id: string;
  name: string;
  icon?: IconName;
  /** It ends or takes away something. */
  isDangerous?: boolean;
  onChoose: () => void;
}

interface MenuProps {
  /** The button that opens it, which has a name of its own. */
  children: ReactElement;
  label: string;
  choices: readonly Choice[];
}

/** What else can be done, behind one button. */
export function Menu({ children, label, choices }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover}>
        <AriaMenu className={styles.list} aria-label={label}>
          {choices.map(({ id, name, icon, isDangerous, onChoose }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={name}
              className={styles.item}
              data-dangerous={isDangerous || undefined}
              onAction={onChoose}
            >
              {icon && <Icon name={icon} />}
              {name}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
