import { useMutation } from "@tanstack/react-query";
import { Avatar } from "#design/avatar.tsx";
import { Button } from "#design/button.tsx";
import { Card } from "#design/card.tsx";
import { useDocumentTitle } from "#design/document-title.ts";
import { Notice } from "#design/notice.tsx";
import { type Me, signOut } from "./me.ts";
import styles from "./sign-in.module.css";
import { text } from "./text.ts";

interface SignedInProps {
  me: Me;
  /** Where one wanted to go; without it the console. */
  to: string | undefined;
  onChange: () => void;
  onSignedOut: () => Promise<void>;
}

/** Who one is here, and in whose name. */
export function SignedIn({ me, to, onChange, onSignedOut }: SignedInProps) {
  useDocumentTitle(text.signedIn.title);
  const leave = useMutation({ mutationFn: signOut, onSuccess: onSignedOut });
  const name = `${me.person.firstName} ${me.person.lastName}`.trim();
  return (
    <Card isForm>
      <h1>{text.signedIn.title}</h1>
      <div className={styles.person}>
        <Avatar name={name} />
        <div>
          <strong>{name}</strong>
          <p className={styles.quiet}>{me.organization?.name ?? me.person.email}</p>
        </div>
      </div>
      {me.organizations.length === 0 && <Notice tone="warn">{text.signedIn.nowhere}</Notice>}
      {leave.isError && <Notice tone="bad" title={text.failed} isNews />}
      {me.organization && (
        <Button look="primary" isWide onPress={() => location.assign(to ?? "/")}>
          {text.signedIn.goOn}
        </Button>
      )}
      {me.organizations.length > 1 && (
        <Button isWide onPress={onChange}>
          {text.signedIn.change}
        </Button>
      )}
      <Button look="quiet" isWide isPending={leave.isPending} onPress={() => leave.mutate()}>
        {text.signedIn.signOut}
      </Button>
    </Card>
  );
}
