import type { IconName } from "#design/icon.tsx";
import { atLeast, type Role } from "./roles.ts";
import { text } from "./text.ts";

export interface Place {
  to: "/" | "/review" | "/templates" | "/contacts" | "/settings";
  name: string;
  /** Where there is little room. */
  shortName?: string;
  icon: IconName;
  /** The weakest role that finds something there. */
  role: Role;
}

const places: readonly Place[] = [
  { to: "/", name: text.places.home, icon: "home", role: "Teacher" },
  { to: "/review", name: text.places.review, icon: "inbox", role: "Coach" },
  {
    to: "/templates",
    name: text.places.templates,
    shortName: text.places.templatesShort,
    icon: "form",
    role: "Manager",
  },
  { to: "/contacts", name: text.places.contacts, icon: "people", role: "Coach" },
  { to: "/settings", name: text.places.settings, icon: "settings", role: "OrganizationAdmin" },
];

/** Where the navigation leads somebody of this role. */
export const placesFor = (role: Role): Place[] => places.filter((place) => atLeast(role, place.role));
