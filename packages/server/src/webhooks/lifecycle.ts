/** Why an endpoint is off: a member wanted it, it answered 410, or nothing arrived there for long. */
export const disabledReasons = ["switched_off", "gone", "failing"] as const;
export type DisabledReason = (typeof disabledReasons)[number];
