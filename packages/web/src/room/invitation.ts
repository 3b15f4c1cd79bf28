/** Where a browser tab keeps what it was given; of `Storage`. */
type Keep = Pick<Storage, "getItem" | "setItem">;

/** The part of an address that is looked at; of `Location`. */
type Address = Pick<Location, "hash" | "pathname" | "search">;

const key = (sessionId: string): string => `convene.invitation.${sessionId}`;

/**
 * The invitation's token for this session, from the address (`#invitation=…`) or as this tab keeps it; null without
 * one. `clean` is the address without it, to be shown instead: nobody is to read it over a shoulder or in the history.
 */
export function takeInvitation(
  sessionId: string,
  address: Address,
  keep: Keep,
): { invitation: string | null; clean: string | null } {
  const given = new URLSearchParams(address.hash.slice(1)).get("invitation");
  if (!given) return { invitation: keep.getItem(key(sessionId)), clean: null };
  keep.setItem(key(sessionId), given);
  return { invitation: given, clean: `${address.pathname}${address.search}` };
}

/** Does so with this page's address, at once. Without storage the token lives as long as the page. */
export function invitationOf(sessionId: string): string | null {
  const { invitation, clean } = takeInvitation(sessionId, window.location, tabStorage());
  // The router keeps its own things in the state of the history's entry.
  if (clean !== null) window.history.replaceState(window.history.state, "", clean);
  return invitation;
}

function tabStorage(): Keep {
  try {
    return window.sessionStorage;
  } catch {
    return { getItem: () => null, setItem: () => {} };
  }
}
