import { useMutation } from "@tanstack/react-query";
import { Button } from "#design/button.tsx";
import { Card } from "#design/card.tsx";
import { useDocumentTitle } from "#design/document-title.ts";
import { Notice } from "#design/notice.tsx";
import { enterOrganization, type Me } from "./me.ts";
import styles from "./sign-in.module.css";
import { text } from "./text.ts";

interface ChooseOrganizationProps {
  me: Me;
  onDone: () => Promise<void>;
}

/** In whose name one goes on, for members of several organizations. */
export function ChooseOrganization({ me, onDone }: ChooseOrganizationProps) {
  useDocumentTitle(text.choose.title);
  const choose = useMutation({ mutationFn: enterOrganization, onSuccess: onDone });
  return (
    <Card isForm>
      <h1>{text.choose.title}</h1>
      <p className={styles.quiet}>{text.choose.detail}</p>
      {choose.isError && <Notice tone="bad" title={text.failed} isNews />}
      <ul className={styles.choices}>
        {me.organizations.map(({ id, name }) => (
          <li key={id}>
            <Button
              isWide
              isPending={choose.isPending && choose.variables === id}
              onPress={() => choose.mutate(id)}
            >
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
