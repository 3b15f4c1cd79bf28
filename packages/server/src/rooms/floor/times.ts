/** Everything here is in milliseconds. */
export interface FloorTimes {
  /** For the first message. */
  helloWithin: number;
  /** For which somebody whose connection was cut keeps their place. */
  awayFor: number;
  /** From one look at who may still be here to the next. */
  reconsiderEvery: number;
  /** From one sign of life of this process to the next. */
  beatEvery: number;
  /** After a process's last sign of life, another may take its rooms. */
  deadAfter: number;
  /** Before what failed is tried again. */
  retryAfter: number;
  /** Between two times that somebody's media is set up anew because they ask for it, or it was lost. */
  renewEvery: number;
}

export const usualTimes: FloorTimes = {
  helloWithin: 5_000,
  awayFor: 30_000,
  reconsiderEvery: 30_000,
  beatEvery: 2_000,
  deadAfter: 8_000,
  retryAfter: 1_000,
  renewEvery: 5_000,
};
