import type { Answer, FileAnswer, Session } from "./session.ts";

/** An answer on its way. `id` is its Idempotency-Key: however often it is sent, it counts once. */
export interface Unsent {
  id: string;
  key: string;
  value: Answer;
  /** The file itself, where the answer is one; it lives as long as the page. */
  file?: File;
}

/** What outlives the page. */
export interface Kept {
  answers: Unsent[];
  /** The Idempotency-Key of finishing, once that was asked for. */
  finish: string | null;
}

/** Why the server did not take what was sent. */
export type Fault =
  /** Nobody answers, or only with a fault of its own: another try may do better, after so many seconds. */
  | { kind: "passing"; isOffline: boolean; after: number | null }
  /** This value is not taken. */
  | { kind: "value"; isTooLarge: boolean }
  /** What it was an answer to is not asked any more, or the session takes no answers. */
  | { kind: "state" }
  /** This browser has no right to the session, or there is none. */
  | { kind: "lost" };

/** What the outbox needs of its surroundings. */
export interface Surroundings {
  recall(): Kept;
  remember(kept: Kept): void;
  /** Each of the three resolves with the session as it is then, and rejects with what `judge` understands. */
  send(answer: Unsent, onProgress: (part: number) => void): Promise<Session>;
  finish(id: string): Promise<Session>;
  look(): Promise<Session>;
  judge(fault: unknown): Fault;
  /** Calls back after so many milliseconds; answers what takes that back. */
  after(milliseconds: number, callback: () => void): () => void;
  newId(): string;
  onChange(): void;
  /** The server's word after something was taken. */
  onSession(session: Session): void;
  /** What was not taken is out of the box; its question has to be asked again. */
  onRefused(answer: Unsent, fault: Extract<Fault, { kind: "value" }>): void;
  onLost(): void;
}

/** Milliseconds before the next try; the last one is repeated. */
export const pauses = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

/**
 * Answers on their way to the server, one after the other in the order in which they were given. What got no answer is
 * sent again after growing pauses, and at once by `hurry`; finishing waits until the box is empty.
 */
export class Outbox {
  readonly #around: Surroundings;
  #answers: Unsent[];
  #finish: string | null;
  /** What is being sent at this moment. */
  #current: Unsent | null = null;
  #isRunning = false;
  #isClosed = false;
  #isStuck = false;
  #isOffline = false;
  /** The network came back while a try hung that was begun before. */
  #isHurried = false;
  #tries = 0;
  #takeBack: () => void = () => {};
  /** Of the file that is being sent, from 0 to 1. */
  progress = 0;

  constructor(around: Surroundings) {
    this.#around = around;
    const { answers, finish } = around.recall();
    this.#answers = answers;
    this.#finish = finish;
  }

  /** By their keys; of one question the newest. */
  get unsent(): ReadonlyMap<string, Answer> {
    return new Map(this.#answers.map(({ key, value }) => [key, value]));
  }

  /** The file that is on its way or waits for its turn as the answer to this question. */
  isFile(key: string): boolean {
    return this.#answers.some((answer) => answer.key === key && answer.file);
  }

  /** The key of the answer that is being sent. */
  get sending(): string | null {
    return this.#current?.key ?? null;
  }

  get isFinishing(): boolean {
    return this.#finish !== null;
  }

  /** Nobody answered the last try. */
  get isStuck(): boolean {
    return this.#isStuck;
  }

  /** And that because of the network. */
  get isOffline(): boolean {
    return this.#isOffline;
  }

  /** Takes an answer; one to the same question that has not gone out yet is replaced by it. */
  put(key: string, value: Answer, file?: File): void {
    const answer: Unsent = { id: this.#around.newId(), key, value, ...(file && { file }) };
    const waiting = this.#answers.findIndex((one) => one.key === key && one !== this.#current);
    if (waiting < 0) this.#answers.push(answer);
    else this.#answers[waiting] = answer;
    this.#finish = null;
    this.#changed();
    void this.#run();
  }

  /** Finishes as soon as everything is sent. */
  finish(): void {
    this.#finish ??= this.#around.newId();
    this.#changed();
    void this.#run();
  }

  /** Sends what is left from before, and tries at once where a pause would have to be waited for. */
  hurry(): void {
    this.#takeBack();
    this.#tries = 0;
    this.#isHurried = this.#isRunning;
    void this.#run();
  }

  /** Sends no more. What waits stays remembered for whoever goes on, unless it is over. */
  close(isOver: boolean): void {
    this.#isClosed = true;
    this.#takeBack();
    if (!isOver) return;
    this.#answers = [];
    this.#finish = null;
    this.#around.remember({ answers: [], finish: null });
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      while (!this.#isClosed && (await this.#step())) {
        this.#tries = 0;
        this.#settle(false, false);
      }
    } finally {
      this.#isRunning = false;
    }
  }

  /** Sends the next; answers whether there may be more to do at once. */
  async #step(): Promise<boolean> {
    const answer = this.#answers[0];
    if (!answer && this.#finish === null) return false;
    this.#current = answer ?? null;
    this.progress = 0;
    this.#around.onChange();
    try {
      const session = await (answer ? this.#send(answer) : this.#around.finish(this.#finish as string));
      this.#took(answer, session);
      return true;
    } catch (fault) {
      return await this.#failed(answer, this.#around.judge(fault));
    } finally {
      this.#current = null;
    }
  }

  #send(answer: Unsent): Promise<Session> {
    return this.#around.send(answer, (part) => {
      this.progress = part;
      this.#around.onChange();
    });
  }

  #took(answer: Unsent | undefined, session: Session): void {
    if (this.#isClosed) return;
    if (answer) this.#remove(answer);
    else this.#finish = null;
    // What waits for a question that fell away is no answer to anything.
    this.#answers = this.#answers.filter(
      ({ key }) => session.asked.includes(key) || this.#leadsOn(session, key),
    );
    this.#current = null;
    this.#changed();
    this.#around.onSession(session);
  }

  /** Whether an answer that waits before it may still lead to this question. */
  #leadsOn(session: Session, key: string): boolean {
    const at = this.#answers.findIndex((one) => one.key === key);
    return this.#answers.slice(0, at).some((one) => session.asked.includes(one.key));
  }

  async #failed(answer: Unsent | undefined, fault: Fault): Promise<boolean> {
    if (this.#isClosed) return false;
    if (fault.kind === "passing") {
      const isHurried = this.#isHurried;
      this.#isHurried = false;
      if (!isHurried) this.#later(fault);
      return isHurried;
    }
    if (fault.kind === "lost") {
      this.close(false);
      this.#around.onLost();
      return false;
    }
    if (answer) this.#remove(answer);
    // Nobody finishes what was just found to be wanting.
    this.#finish = null;
    this.#current = null;
    this.#changed();
    if (answer && fault.kind === "value") {
      this.#around.onRefused(answer, fault);
      return true;
    }
    return await this.#look();
  }

  /** Asks what is so now, where an answer came too late. */
  async #look(): Promise<boolean> {
    try {
      const session = await this.#around.look();
      if (!this.#isClosed) this.#around.onSession(session);
      return true;
    } catch (fault) {
      return await this.#failed(undefined, this.#around.judge(fault));
    }
  }

  #later({ isOffline, after }: Extract<Fault, { kind: "passing" }>): void {
    const pause = pauses[Math.min(this.#tries++, pauses.length - 1)] as number;
    this.#takeBack();
    this.#takeBack = this.#around.after(Math.max(pause, (after ?? 0) * 1_000), () => void this.#run());
    this.#current = null;
    this.#settle(true, isOffline);
  }

  #remove(answer: Unsent): void {
    this.#answers = this.#answers.filter((one) => one !== answer);
  }

  #settle(isStuck: boolean, isOffline: boolean): void {
    this.#isStuck = isStuck;
    this.#isOffline = isOffline;
    this.#around.onChange();
  }

  #changed(): void {
    // A file cannot be kept: its question is asked again.
    const answers = this.#answers.filter(({ file }) => !file);
    this.#around.remember({ answers, finish: this.#finish });
    this.#around.onChange();
  }
}

/** A file as the answer that it will be. */
export const fileAnswer = ({ name, type, size }: File): FileAnswer => ({ id: "", name, type, size });
