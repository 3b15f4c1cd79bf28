import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Count, FromReaders, ToReaders, Wanted } from "./messages.ts";

/** Processes of readers, to each of which a part of them falls: with one, it would be slower than who writes. */
const processes = 2;

/** Milliseconds until what has not come counts as lost. */
const patience = 20_000;

/** Who reads, at several servers at once. */
export interface Audience {
  open(port: number, count: number, wanted: readonly Wanted[]): Promise<void>;
  /** From now on this byte is looked for by the readers of a port. */
  look(port: number, marker: number): Promise<void>;
  /** Resolves when so many have come, or it takes too long. */
  arrived(port: number, expected: number): Promise<Count>;
  close(port: number): Promise<void>;
  end(): Promise<void>;
}

export function openAudience(): Audience {
  const file = fileURLToPath(new URL("./readers.ts", import.meta.url));
  const children = Array.from({ length: processes }, () => fork(file));
  const tell = (message: ToReaders) => Promise.all(children.map((child) => ask(child, message)));
  const count = async (port: number): Promise<Count> => {
    const answers = await tell({ type: "count", port });
    const counts = answers.flatMap((answer) => (answer.type === "counted" ? answer.count : []));
    return {
      total: counts.reduce((sum, { total }) => sum + total, 0),
      twice: counts.reduce((sum, { twice }) => sum + twice, 0),
      last: Math.max(...counts.map(({ last }) => last)),
    };
  };
  return {
    async open(port, all, wanted) {
      const parts = children.map((_, index) => Math.floor((all + index) / children.length));
      await Promise.all(
        children.map((child, index) => {
          const own = wanted.filter(
            (_, place) => wanted.length < children.length || place % children.length === index,
          );
          return ask(child, { type: "open", port, count: parts[index] ?? 0, wanted: own });
        }),
      );
    },
    look: async (port, marker) => void (await tell({ type: "look", port, marker })),
    async arrived(port, expected) {
      const end = performance.now() + patience;
      let counted = await count(port);
      while (counted.total < expected && performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        counted = await count(port);
      }
      return counted;
    },
    close: async (port) => void (await tell({ type: "close", port })),
    async end() {
      const ended = children.map((child) => once(child, "exit"));
      for (const child of children) child.disconnect();
      await Promise.all(ended);
    },
  };
}

/** One question at a time. */
async function ask(child: ChildProcess, message: ToReaders): Promise<FromReaders> {
  const answered = once(child, "message");
  child.send(message);
  const [answer] = (await answered) as [FromReaders];
  if (answer.type === "failed") throw new Error(answer.reason);
  return answer;
}
