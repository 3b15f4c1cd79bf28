import type { Me } from "#sign-in/me.ts";

export type Role = NonNullable<Me["organization"]>["role"];

/** The weakest first. */
const roles: readonly Role[] = ["Teacher", "Coach", "Manager", "OrganizationAdmin", "PlatformAdmin"];

/** Whether `role` is `minimum` or stands above it. */
export const atLeast = (role: Role, minimum: Role): boolean => roles.indexOf(role) >= roles.indexOf(minimum);
