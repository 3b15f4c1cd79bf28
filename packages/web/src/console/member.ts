import { createContext, useContext } from "react";
import type { Me } from "#sign-in/me.ts";
import { atLeast, type Role } from "./roles.ts";

/** Who looks at the console, and in which organization. */
export interface Member {
  person: Me["person"];
  /** As others see it; the e-mail address of somebody without a name. */
  name: string;
  organization: NonNullable<Me["organization"]>;
  organizations: Me["organizations"];
  /** Whether their role is this or stands above it. The server decides again. */
  may(role: Role): boolean;
}

export const MemberContext = createContext<Member | null>(null);

/** Whoever looks at a page inside the console's frame. */
export function useMember(): Member {
  const member = useContext(MemberContext);
  if (!member) throw new Error("only inside the frame of the console");
  return member;
}

export function memberOf({ person, organizations }: Me, organization: Member["organization"]): Member {
  return {
    person,
    name: `${person.firstName} ${person.lastName}`.trim() || person.email,
    organization,
    organizations,
    may: (role) => atLeast(organization.role, role),
  };
}
