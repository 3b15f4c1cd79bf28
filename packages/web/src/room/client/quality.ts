/** How one's camera is sent. */
export interface Quality {
  /** Bits a second, at most. */
  maxBitrate: number;
  /** The picture's sides are divided by this. */
  scaleResolutionDownBy: number;
  maxFramerate: number;
}

/**
 * The more people see each other, the smaller is each picture on their screens, and everybody receives all of them: so
 * each sends less. `cameras` counts those that are on in the room, one's own included.
 */
export function cameraQuality(cameras: number): Quality {
  if (cameras <= 2) return { maxBitrate: 1_200_000, scaleResolutionDownBy: 1, maxFramerate: 30 };
  if (cameras <= 4) return { maxBitrate: 700_000, scaleResolutionDownBy: 1.5, maxFramerate: 24 };
  if (cameras <= 6) return { maxBitrate: 450_000, scaleResolutionDownBy: 2, maxFramerate: 24 };
  return { maxBitrate: 250_000, scaleResolutionDownBy: 3, maxFramerate: 20 };
}

/** Text must stay sharp, and may be slow. */
export const screenQuality: Quality = { maxBitrate: 1_500_000, scaleResolutionDownBy: 1, maxFramerate: 15 };
