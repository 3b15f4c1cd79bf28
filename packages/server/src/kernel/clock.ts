/** The clock is a parameter everywhere, so that a test can pass an hour. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

export const seconds = (n: number): number => n * 1000;
export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;
export const days = (n: number): number => n * 86_400_000;

/** `instant` moved by `milliseconds`. */
export const plus = (instant: Date, milliseconds: number): Date => new Date(instant.getTime() + milliseconds);
