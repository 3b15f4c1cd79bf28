/** Where somebody goes after signing in: a path of this server, or nowhere. What is another's address is none. */
export function ownPath(to: unknown): string | undefined {
  if (typeof to !== "string" || !to.startsWith("/")) return undefined;
  // Browsers read `//elsewhere` and `/\elsewhere` as another host.
  return new URL(to, location.origin).origin === location.origin ? to : undefined;
}
