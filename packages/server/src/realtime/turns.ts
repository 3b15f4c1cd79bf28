/** Reads at once in this process for those who come back; of one organization there are fewer. */
export const mostReads = 3;
const mostPerOrganization = 2;

export interface Turns {
  /** Works when it is the organization's turn; answers what the work does. */
  take<T>(organizationId: string, work: () => Promise<T>): Promise<T>;
}

/** Lets few work at once, in the order in which they came, and never those of one organization alone. */
export function createTurns(): Turns {
  const line = new Set<{ organizationId: string; go: () => void }>();
  const working = new Map<string, number>();
  const count = (organizationId: string) => working.get(organizationId) ?? 0;
  let inAll = 0;

  function change(organizationId: string, by: 1 | -1): void {
    inAll += by;
    const left = count(organizationId) + by;
    if (left > 0) working.set(organizationId, left);
    else working.delete(organizationId);
  }
  function callNext(): void {
    for (const each of line) {
      if (inAll >= mostReads) return;
      if (count(each.organizationId) >= mostPerOrganization) continue;
      line.delete(each);
      change(each.organizationId, 1);
      each.go();
    }
  }
  return {
    async take(organizationId, work) {
      await new Promise<void>((go) => {
        line.add({ organizationId, go });
        callNext();
      });
      try {
        return await work();
      } finally {
        change(organizationId, -1);
        callNext();
      }
    },
  };
}
