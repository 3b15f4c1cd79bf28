import type { ReactNode } from "react";
import { VisuallyHidden } from "react-aria-components/VisuallyHidden";

/** For screen readers alone. */
export function Hidden({ children }: { children: ReactNode }) {
  return <VisuallyHidden elementType="span">{children}</VisuallyHidden>;
}
