import { fileAnswer, Outbox, type Surroundings as OutboxSurroundings, type Unsent } from "./outbox.ts";
import { type Path, readPath } from "./path.ts";
import { type Answer, answerIn, type Question, type Session } from "./session.ts";

/** A question with its answer, as the conversation shows it. */
export interface Turn {
  question: Question;
  answer: Answer;
  /** sending: on its way; unsent: waits for the network or its turn; unsure: may fall away by a change before it. */
  state: "stored" | "sending" | "unsent" | "unsure";
  /** Of a file that is being sent, from 0 to 1. */
  progress: number | null;
}

/** What was refused, to be put right where it was written. */
export interface Refused {
  key: string;
  value: Answer;
  reason: "value" | "size";
}

export type Phase =
  /** `current` is asked. */
  | "asking"
  /** What comes next depends on answers that the server does not have yet. */
  | "waiting"
  /** Everything is answered, and waits for a last word. */
  | "ready"
  | "finishing"
  | "over"
  /** Another tab goes on with it. */
  | "elsewhere"
  /** This browser has no right to it any more. */
  | "lost";

export interface View {
  phase: Phase;
  session: Session;
  turns: Turn[];
  current: Question | null;
  /** The key of the answer that is being changed where it stands. */
  editing: string | null;
  refused: Refused | null;
  /** The labels of what fell away by the answer to `key`. */
  dropped: { key: string; labels: string[] } | null;
  /** Answers that the server does not have yet. */
  unsent: number;
  /** How the last try failed, if it did. */
  trouble: "offline" | "server" | null;
  answered: number;
  /** How many questions it seems to be in all. */
  total: number;
}

export type Surroundings = Omit<OutboxSurroundings, "onSession" | "onRefused" | "onLost">;

/** A session as its prospect goes through it: what the server has, and what is on its way there. */
export class Conversation {
  readonly #around: Surroundings;
  readonly #outbox: Outbox;
  #session: Session;
  #editing: string | null = null;
  #refused: Refused | null = null;
  #dropped: View["dropped"] = null;
  #away: "elsewhere" | "lost" | null = null;
  /** How often the server has said how things are. */
  #words = 0;
  /** Whose answer was given last. */
  #lastKey: string | null = null;

  constructor(session: Session, around: Surroundings) {
    this.#around = around;
    this.#session = session;
    this.#outbox = new Outbox({
      ...around,
      onSession: (after) => this.receive(after),
      onRefused: (answer, { isTooLarge }) => this.#refuse(answer, isTooLarge),
      onLost: () => this.#leave("lost"),
    });
    if (session.ending) this.#outbox.close(true);
  }

  get view(): View {
    const unsent = this.#outbox.unsent;
    const path = readPath(this.#session, unsent);
    const isAnswered = ({ key }: Question) => this.#answer(key) !== undefined;
    const current = path.asked.slice(0, path.certain).find((question) => !isAnswered(question)) ?? null;
    const turns = path.asked.flatMap((question, index) => this.#turn(question, index >= path.certain));
    return {
      phase: this.#phase(current, path),
      session: this.#session,
      turns,
      current,
      editing: this.#editing,
      refused: this.#refused,
      dropped: this.#dropped,
      unsent: unsent.size,
      trouble: this.#outbox.isStuck ? (this.#outbox.isOffline ? "offline" : "server") : null,
      answered: turns.length,
      // While the way on is not known, it seems as long as before.
      total: path.isWhole ? path.asked.length : Math.max(this.#session.asked.length, path.asked.length + 1),
    };
  }

  /** Answers a question, or changes its answer. */
  answer(key: string, value: Answer | File): void {
    this.#editing = null;
    this.#refused = null;
    this.#dropped = null;
    this.#lastKey = key;
    if (value instanceof File) this.#outbox.put(key, fileAnswer(value), value);
    else this.#outbox.put(key, value);
  }

  /** Puts an answer where it can be changed; null leaves all as they are. */
  edit(key: string | null): void {
    if (key !== null && this.#answer(key) === undefined) return;
    this.#editing = key;
    this.#refused = null;
    this.#around.onChange();
  }

  finish(): void {
    this.#editing = null;
    this.#dropped = null;
    this.#outbox.finish();
  }

  /** The network or the reader is back. */
  hurry(): void {
    if (!this.#away && !this.#session.ending) this.#outbox.hurry();
  }

  /** Looks whether something has happened elsewhere: on another device, or by the time. */
  async look(): Promise<void> {
    if (this.#away || this.#session.ending || this.#outbox.unsent.size > 0) return;
    const words = this.#words;
    const isStill = () => words === this.#words && this.#outbox.unsent.size === 0;
    await this.#around.look().then(
      // What was asked before an answer was given is older than the word on that answer.
      (session) => isStill() && this.receive(session),
      (fault: unknown) => this.#around.judge(fault).kind === "lost" && this.#leave("lost"),
    );
  }

  /** Another tab has taken over. */
  yield(): void {
    this.#leave("elsewhere");
  }

  /** Takes the server's word, and says what fell away by it. */
  receive(session: Session): void {
    if (this.#away) return;
    const before = this.#session;
    this.#session = session;
    this.#words++;
    const gone = before.questions.filter(
      ({ key }) => answerIn(before, key) !== undefined && !session.asked.includes(key),
    );
    if (gone.length > 0 && this.#lastKey) {
      this.#dropped = { key: this.#lastKey, labels: gone.map(({ label }) => label) };
    }
    if (this.#editing && !session.asked.includes(this.#editing)) this.#editing = null;
    if (session.ending) this.#outbox.close(true);
    this.#around.onChange();
  }

  #answer(key: string): Answer | undefined {
    const unsent = this.#outbox.unsent;
    return unsent.has(key) ? unsent.get(key) : answerIn(this.#session, key);
  }

  #turn(question: Question, isUnsure: boolean): Turn[] {
    const { key } = question;
    const answer = this.#answer(key);
    if (answer === undefined) return [];
    const isSending = this.#outbox.sending === key && !this.#outbox.isStuck;
    const isUnsent = this.#outbox.unsent.has(key);
    const state = isUnsure ? "unsure" : isSending ? "sending" : isUnsent ? "unsent" : "stored";
    const isFile = this.#outbox.isFile(key);
    return [{ question, answer, state, progress: isFile ? (isSending ? this.#outbox.progress : 0) : null }];
  }

  #phase(current: Question | null, path: Path): Phase {
    if (this.#away) return this.#away;
    if (this.#session.ending) return "over";
    if (current) return "asking";
    if (this.#outbox.isFinishing) return "finishing";
    return path.isWhole ? "ready" : "waiting";
  }

  #refuse({ key, value, file }: Unsent, isTooLarge: boolean): void {
    this.#refused = { key, value: file ? null : value, reason: isTooLarge ? "size" : "value" };
    // Where the server keeps an answer from before, the new one is put right in its place.
    this.#editing = this.#answer(key) === undefined ? null : key;
    this.#around.onChange();
  }

  #leave(where: "elsewhere" | "lost"): void {
    this.#away = where;
    this.#editing = null;
    this.#outbox.close(false);
    this.#around.onChange();
  }
}
