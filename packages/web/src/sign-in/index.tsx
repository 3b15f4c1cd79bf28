import { useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { CenteredPage } from "#design/centered-page.tsx";
import { Notice } from "#design/notice.tsx";
import { Spinner } from "#design/spinner.tsx";
import { text as frameText } from "../text.ts";
import { ChooseOrganization } from "./choose-organization.tsx";
import { useMe } from "./me.ts";
import { PasswordForm } from "./password-form.tsx";
import { SignedIn } from "./signed-in.tsx";
import { text } from "./text.ts";

/** `/sign-in?to=/sessions/…`: by e-mail and password, then on to where one wanted to go, or to the console. */
export function SignInPage() {
  const { to } = useSearch({ from: "/sign-in" });
  const queries = useQueryClient();
  const [isChoosing, setIsChoosing] = useState(false);
  const me = useMe();

  const proceed = async () => {
    // Whatever was asked as somebody else, or as nobody, is asked anew.
    queries.clear();
    setIsChoosing(false);
    const { data: now } = await me.refetch();
    if (now?.organization) location.assign(to ?? "/");
  };

  if (me.isPending) return <CenteredPage>{<Spinner label={frameText.loading} isLarge />}</CenteredPage>;
  if (me.isError) return <CenteredPage>{<Notice tone="bad" title={text.failed} isNews />}</CenteredPage>;
  if (me.data === null) return <CenteredPage>{<PasswordForm onDone={proceed} />}</CenteredPage>;
  const mustChoose = me.data.organization === null && me.data.organizations.length > 0;
  if (isChoosing || mustChoose) {
    return (
      <CenteredPage>
        <ChooseOrganization me={me.data} onDone={proceed} />
      </CenteredPage>
    );
  }
  return (
    <CenteredPage>
      <SignedIn me={me.data} to={to} onChange={() => setIsChoosing(true)} onSignedOut={proceed} />
    </CenteredPage>
  );
}
