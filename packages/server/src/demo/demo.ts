import { newId } from "../kernel/ids.ts";

interface DemoUser {
  id: string;
  email: string;
  password: string;
  /** An access token that lasts 30 days, renewed at each start. */
  token: string;
}

export const demoUserNames = [
  "teacher",
  "coach",
  "manager",
  "organizationAdmin",
  "platformAdmin",
  "otherTeacher",
  "otherCoach",
  "outsider",
  "homeless",
] as const;
export type DemoUserName = (typeof demoUserNames)[number];

/** `DATA_DIR/demo.json`: everything needed to try the server. */
export interface Demo {
  baseUrl: string;
  organization: { id: string; slug: string };
  otherOrganization: { id: string; slug: string };
  users: Record<DemoUserName, DemoUser>;
  mentorships: { active: string; paused: string; others: string; foreign: string };
  apiKey: string;
  screening: {
    workflowTemplateId: string;
    slug: string;
    contactId: string;
    sessions: { pending: string; active: string; expired: string; approved: string };
  };
}

export type DemoOrganizations = Pick<Demo, "organization" | "otherOrganization">;

export const newOrganizations = (): DemoOrganizations => ({
  organization: { id: newId(), slug: "north-academy" },
  otherOrganization: { id: newId(), slug: "harbor-legal" },
});

/** The organization that a demo user's token names. */
export function organizationOf(demo: DemoOrganizations, name: DemoUserName): string | null {
  if (name === "homeless") return null;
  return name === "outsider" ? demo.otherOrganization.id : demo.organization.id;
}
