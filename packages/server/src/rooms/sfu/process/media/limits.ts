/** People who publish in one room: each of them is received by all others. */
export const mostPublishers = 12;

/** Peers in one process who only watch. */
export const mostViewers = 150;

/** All peers in one process. */
export const mostPeers = mostViewers + mostPublishers;

/** Publications times their receivers in one process: what a core can encrypt and send. */
export const mostForwards = 750;
