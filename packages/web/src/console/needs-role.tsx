import type { ReactNode } from "react";
import { EmptyState } from "#design/empty-state.tsx";
import { GoButton } from "./go-button.tsx";
import { useMember } from "./member.ts";
import { ConsolePage } from "./page.tsx";
import type { Role } from "./roles.ts";
import { text } from "./text.ts";

/** A page for this role and those above it; others are told which role it needs. */
export function NeedsRole({ least, children }: { least: Role; children: ReactNode }) {
  const { may, organization } = useMember();
  if (may(least)) return children;
  return (
    <ConsolePage title={text.forbidden.title} isTitleHidden>
      <EmptyState icon="info" title={text.forbidden.title}>
        <p>{text.forbidden.detail(text.roles[least], text.roles[organization.role], organization.name)}</p>
        <GoButton to="/">{text.forbidden.home}</GoButton>
      </EmptyState>
    </ConsolePage>
  );
}
