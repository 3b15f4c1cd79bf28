import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Avatar } from "#design/avatar.tsx";
import { Button } from "#design/button.tsx";
import { Hidden } from "#design/hidden.tsx";
import { Icon } from "#design/icon.tsx";
import { Segments } from "#design/segments.tsx";
import { chooseTheme, chosenTheme, type Theme } from "#design/theme.ts";
import { useMember } from "./member.ts";
import styles from "./person-menu.module.css";
import { useSignOut } from "./sign-out.ts";
import { text } from "./text.ts";

const themes = [
  { id: "system", name: text.theme.system },
  { id: "light", name: text.theme.light, icon: "sun" },
  { id: "dark", name: text.theme.dark, icon: "moon" },
] as const;

/** Who one is here, how the page looks, and the way out. */
export function PersonMenu() {
  const { name, person, organization } = useMember();
  const [theme, setTheme] = useState(chosenTheme);
  const signOut = useSignOut();
  const change = (next: Theme) => {
    chooseTheme(next);
    setTheme(next);
  };
  return (
    <DialogTrigger>
      <AriaButton className={styles.opener}>
        <Avatar name={name} size="small" />
        <span className={styles.name}>{name}</span>
        <Hidden>{text.personDetail}</Hidden>
        <Icon name="chevron" />
      </AriaButton>
      <Popover className={styles.popover} placement="bottom end">
        <Dialog className={styles.panel} aria-label={text.personMenu}>
          <div className={styles.person}>
            <Avatar name={name} />
            <div>
              <strong>{name}</strong>
              <p className={styles.quiet}>{person.email}</p>
              <p className={styles.quiet}>
                {text.roles[organization.role]} · {organization.name}
              </p>
            </div>
          </div>
          <Segments label={text.theme.label} options={themes} value={theme} onChange={change} />
          <Button icon="sign-out" isWide isPending={signOut.isPending} onPress={() => signOut.mutate()}>
            {text.signOut}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
