/** What is said to somebody who is not in the room yet, or may not be. */
export const text = {
  loading: "Looking for the session…",
  signIn: "Sign in",
  signInAsOther: "Sign in as somebody else",
  tryAgain: "Try again",
  /** The server's word, as a sentence: products have reasons of their own. */
  reason: (detail: string) => `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`,
  hosts: (organization: string) => `A session of ${organization}`,
  youAre: (name: string) => `You are here as ${name}.`,
  inZone: (when: string, zone: string) => `${when} in ${zone}`,
  problems: {
    unauthenticated: {
      title: "Please sign in to join",
      advice:
        "If you were invited by e-mail, open the link in that e-mail instead: then you need no account.",
    },
    forbidden: {
      title: "This session is not for your account",
      advice: "If you have another account, sign in with that one; otherwise ask whoever invited you.",
    },
    not_found: {
      title: "There is no such session",
      advice:
        "Please compare the address with the one you were given. A session that was canceled may be gone, too.",
    },
    invitation_invalid: {
      title: "This invitation no longer works",
      advice:
        "It may have been withdrawn, or the session moved. Please ask whoever invited you for a new link.",
    },
    too_many_requests: {
      title: "Too many tries",
      advice: "Please wait a minute, and try again.",
    },
    unreachable: {
      title: "The server cannot be reached",
      advice: "Please look whether you are online. We try again by ourselves.",
    },
    unknown: {
      title: "Something went wrong on our side",
      advice: "Please try again in a moment.",
    },
  },
  states: {
    early: {
      title: "The room is not open yet",
      opensIn: "Opens in",
      advice: (opens: string) =>
        `It opens at ${opens}. This page lets you in by itself, you can leave it open.`,
    },
    over: {
      title: "This session is over",
      advice: "Its room is closed, and nobody can enter it any more.",
    },
    canceled: {
      title: "This session was canceled",
      advice: "It does not take place. If you expected it, please ask whoever invited you.",
    },
    removed: {
      title: "A host has removed you",
      advice: "You cannot enter this room again. If this is a mistake, please ask the host to write to you.",
    },
  },
  farewells: {
    left: { title: "You have left", advice: "The room is still open: you can come in again." },
    refused: {
      title: "The host did not let you in",
      advice: "If you think that you should be there, ask the host, and try again.",
    },
    removed: { title: "A host has removed you", advice: "You cannot enter this room again." },
    replaced: {
      title: "You are in the room somewhere else",
      advice:
        "You have opened it in another tab or on another device, and are there now. You can come back here.",
    },
    ended: { title: "The session has ended", advice: "Thank you for being there. You can close this page." },
    canceled: { title: "This session was canceled", advice: "It does not take place any more." },
    closed: { title: "The room is closed", advice: "The time of this session is over." },
    full: {
      title: "The room is full",
      advice: "As many people as it takes are in it already. When somebody leaves, you can come in.",
    },
    invalid: {
      title: "The room and this page do not understand each other",
      advice: "Please load the page again, and come in anew.",
    },
  },
  comeAgain: "Come in again",
  reload: "Load the page again",
  refusals: {
    room_not_open: "The room is not open yet.",
    room_over: "This session is over.",
    room_canceled: "This session was canceled.",
    room_removed: "A host has removed you from this room.",
  },
} as const;
