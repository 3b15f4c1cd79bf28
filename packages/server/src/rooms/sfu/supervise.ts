import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Answer, FromProcess, Question, RequestName, ToProcess } from "./messages.ts";
import type { SfuEvent } from "./port.ts";
import { SfuRefusal } from "./refusal.ts";
import type { SfuOptions } from "./sfu.ts";

export interface MediaProcess {
  readonly pid: number | null;
  readonly isRunning: boolean;
  ask<N extends RequestName>(name: N, question: Question<N>): Promise<Answer<N>>;
  close(): Promise<void>;
}

interface Parts extends Required<SfuOptions> {
  tell(event: SfuEvent): void;
}

interface Waiting {
  answer(value: unknown): void;
  refuse(fault: Error): void;
}

const program = fileURLToPath(new URL("process/main.ts", import.meta.url));
/** Milliseconds until a process that died is started again; each death within a minute doubles it. */
const shortestPause = 250;
const longestPause = 30_000;
const calm = 60_000;

/** Starts the media process with the first request, and again by itself after it died. */
export function superviseMedia(parts: Parts): MediaProcess {
  let running: Running | null = null;
  let pause = shortestPause;
  let restart: NodeJS.Timeout | null = null;
  let isClosed = false;

  const start = (): Running => {
    if (restart) clearTimeout(restart);
    restart = null;
    const startedAt = performance.now();
    running = new Running(parts, (how) => {
      running = null;
      if (isClosed) return;
      if (performance.now() - startedAt > calm) pause = shortestPause;
      parts.log.error({ how, pause }, "The media process died; it is started again");
      restart = setTimeout(start, pause);
      pause = Math.min(pause * 2, longestPause);
      parts.tell({ type: "died" });
    });
    return running;
  };

  return {
    get pid() {
      return running?.pid ?? null;
    },
    get isRunning() {
      return running !== null;
    },
    async ask(name, question) {
      if (isClosed) throw new SfuRefusal("restarting", "The server is stopping.");
      if (!running && restart) throw new SfuRefusal("restarting", "The video is starting again.");
      return (running ?? start()).ask(name, question);
    },
    async close() {
      isClosed = true;
      if (restart) clearTimeout(restart);
      await running?.end();
    },
  };
}

/** One run of the process. */
class Running {
  private readonly child: ChildProcess;
  private readonly parts: Parts;
  private readonly waiting = new Map<number, Waiting>();
  private readonly exited: Promise<void>;
  private lastId = 0;

  /** `onExit` is told once, and before anybody whose request fails by it. */
  constructor(parts: Parts, onExit: (how: string) => void) {
    this.parts = parts;
    this.child = fork(program, {
      serialization: "advanced",
      execArgv: [],
      env: {},
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.exited = new Promise((resolve) => {
      const end = (how: string) => {
        onExit(how);
        for (const { refuse } of this.waiting.values()) refuse(died());
        this.waiting.clear();
        resolve();
      };
      this.child.once("exit", (code, signal) => end(signal ?? `exit code ${code}`));
      this.child.on("error", (fault) => {
        parts.log.error({ err: fault }, "The media process could not be started or reached");
        if (this.child.pid === undefined) end("not started");
      });
    });
    this.child.stderr?.on("data", (text) =>
      parts.log.error({ text: String(text) }, "The media process says"),
    );
    this.child.on("message", (message: FromProcess) => this.receive(message));
    this.send({ type: "begin", settings: parts.settings });
  }

  get pid(): number | null {
    return this.child.pid ?? null;
  }

  ask<N extends RequestName>(name: N, question: Question<N>): Promise<Answer<N>> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(id);
        reject(new SfuRefusal("no_answer", "The video did not answer in time."));
      }, this.parts.patience);
      const settle =
        <T>(act: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          this.waiting.delete(id);
          act(value);
        };
      this.waiting.set(id, {
        answer: settle((value) => resolve(value as Answer<N>)),
        refuse: settle<Error>(reject),
      });
      this.send({ type: "request", id, name, question } as ToProcess);
    });
  }

  /** The process closes what it writes and ends by itself; if not, it is ended. */
  async end(): Promise<void> {
    if (this.child.connected) this.child.disconnect();
    const timer = setTimeout(() => this.child.kill("SIGKILL"), 5_000);
    await this.exited;
    clearTimeout(timer);
  }

  private send(message: ToProcess): void {
    // What cannot be sent any more is settled by the exit that follows.
    if (this.child.connected) this.child.send(message, () => {});
  }

  private receive(message: FromProcess): void {
    const { tell, log } = this.parts;
    if (message.type === "event") tell(message.event);
    else if (message.type === "log") log[message.level](message.details, message.text);
    else if (message.type === "ready") log.info({ pid: this.pid }, "The media process is ready");
    else this.settle(message);
  }

  private settle(message: Extract<FromProcess, { id: number }>): void {
    const waiting = this.waiting.get(message.id);
    if (message.type === "answered") waiting?.answer(message.answer);
    else if (message.type === "refused") waiting?.refuse(new SfuRefusal(message.code, message.message));
    else waiting?.refuse(new Error(`The media process failed: ${message.message}`));
  }
}

const died = () => new SfuRefusal("restarting", "The video is starting again.");
