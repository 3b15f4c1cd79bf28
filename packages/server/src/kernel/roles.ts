/** The five roles, weakest first. PlatformAdmin stands above all organizations; the others are a membership's. */
export const roles = ["Teacher", "Coach", "Manager", "OrganizationAdmin", "PlatformAdmin"] as const;
export type Role = (typeof roles)[number];

/** The roles that a membership of one organization can have. */
export const memberRoles = ["Teacher", "Coach", "Manager", "OrganizationAdmin"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Whether `role` is `minimum` or stands above it. */
export const atLeast = (role: Role, minimum: Role): boolean => roles.indexOf(role) >= roles.indexOf(minimum);
