import { Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { Button } from "#design/button.tsx";
import { CenteredPage } from "#design/centered-page.tsx";
import { useDocumentTitle } from "#design/document-title.ts";
import { EmptyState } from "#design/empty-state.tsx";
import { type Me, useMe } from "#sign-in/me.ts";
import { Loading } from "../frame.tsx";
import styles from "./frame.module.css";
import { MemberContext, memberOf, useMember } from "./member.ts";
import { Navigation } from "./navigation.tsx";
import { OrganizationSwitch } from "./organization-switch.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { useSignOut } from "./sign-out.ts";
import { text } from "./text.ts";
import { Trouble } from "./trouble.tsx";

/** Around every page of the console: for members alone, whoever else comes is sent to sign in. */
export function ConsoleFrame() {
  const me = useMe();
  if (me.isPending) return <Loading />;
  if (me.isError) {
    return (
      <CenteredPage>
        <Trouble fault={me.error} onAgain={() => void me.refetch()} />
      </CenteredPage>
    );
  }
  const organization = me.data?.organization ?? null;
  if (me.data && organization) {
    return (
      <MemberContext value={memberOf(me.data, organization)}>
        <Inside />
      </MemberContext>
    );
  }
  if (me.data && me.data.organizations.length === 0) return <Nowhere me={me.data} />;
  return <ToSignIn />;
}

/** Away to signing in, and back here afterwards. Once: the way there changes the address, and what is shown with it. */
function ToSignIn() {
  const { navigate, history } = useRouter();
  useEffect(() => {
    void navigate({ to: "/sign-in", search: { to: history.location.href }, replace: true });
  }, [navigate, history]);
  return <Loading />;
}

function Inside() {
  const { organizations } = useMember();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {text.skip}
      </a>
      <header className={styles.head}>
        <img src="/favicon.svg" alt="" width="28" height="28" />
        <OrganizationSwitch isSwitch={organizations.length > 1} />
        <PersonMenu />
      </header>
      <Navigation />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

/** Signed in, and a member of no organization. */
function Nowhere({ me }: { me: Me }) {
  useDocumentTitle(text.nowhere.title);
  const signOut = useSignOut();
  return (
    <CenteredPage>
      <EmptyState icon="building" title={text.nowhere.title} level={1}>
        <p>{text.nowhere.detail}</p>
        <p>
          <strong>{me.person.email}</strong>
        </p>
        <Button isPending={signOut.isPending} onPress={() => signOut.mutate()}>
          {text.signOut}
        </Button>
      </EmptyState>
    </CenteredPage>
  );
}
