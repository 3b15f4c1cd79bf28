import { useMutation } from "@tanstack/react-query";
import { announce } from "#design/announcer.tsx";
import { Button } from "#design/button.tsx";
import { Menu } from "#design/menu.tsx";
import { enterOrganization } from "#sign-in/me.ts";
import styles from "./frame.module.css";
import { useMember } from "./member.ts";
import { text } from "./text.ts";

/** In whose name one works; for members of several a menu of them. */
export function OrganizationSwitch({ isSwitch }: { isSwitch: boolean }) {
  const { organization, organizations } = useMember();
  const enter = useMutation({
    mutationFn: enterOrganization,
    // A new document: nothing of the one organization is left behind in the other.
    onSuccess: () => location.assign("/"),
    onError: () => announce(text.switchFailed, { tone: "bad" }),
  });
  if (!isSwitch) return <span className={styles.organization}>{organization.name}</span>;
  const choices = organizations.map(({ id, name }) => ({
    id,
    name,
    icon: id === organization.id ? ("check" as const) : ("building" as const),
    onChoose: () => id !== organization.id && enter.mutate(id),
  }));
  return (
    <div className={styles.organization}>
      <Menu label={text.organizations} choices={choices}>
        <Button
          look="quiet"
          icon="chevron"
          isPending={enter.isPending}
          aria-label={text.organization(organization.name)}
        >
          {organization.name}
        </Button>
      </Menu>
    </div>
  );
}
