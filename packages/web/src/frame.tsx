import { Outlet } from "@tanstack/react-router";
import { Button } from "#design/button.tsx";
import { CenteredPage } from "#design/centered-page.tsx";
import { useDocumentTitle } from "#design/document-title.ts";
import { EmptyState } from "#design/empty-state.tsx";
import { Spinner } from "#design/spinner.tsx";
import { text } from "./text.ts";

/** Around every page. */
export function Frame() {
  return <Outlet />;
}

/** While the code of a page is on its way. */
export function Loading() {
  return (
    <CenteredPage>
      <Spinner label={text.loading} isLarge />
    </CenteredPage>
  );
}

/** No route has this address. */
export function NotFound() {
  useDocumentTitle(text.notFound.title);
  return (
    <CenteredPage>
      <EmptyState icon="info" title={text.notFound.title} level={1}>
        <p>{text.notFound.detail}</p>
      </EmptyState>
    </CenteredPage>
  );
}

/** A page threw, or its code could not be loaded. */
export function Broken() {
  useDocumentTitle(text.broken.title);
  return (
    <CenteredPage>
      <EmptyState icon="warning" title={text.broken.title} level={1}>
        <p>{text.broken.detail}</p>
        <Button look="primary" onPress={() => location.reload()}>
          {text.broken.again}
        </Button>
      </EmptyState>
    </CenteredPage>
  );
}
