import { createWriter } from "../load/requests.ts";
import type { Target } from "../load.ts";
import { takeNumber } from "../load.ts";

/** Requests that are compared before a route is measured. */
const samples = 5;

/**
 * Asserts that two servers answer the same requests with the same bytes. What each makes up by itself (ids, instants of
 * now, names of channels) may differ where `isMade`.
 */
export async function assertSameAnswers(one: Target, other: Target, isMade: boolean): Promise<void> {
  for (let sample = 0; sample < samples; sample += 1) {
    const [left, right] = [await answerOf(one), await answerOf(other)];
    const seen = isMade ? masked : (text: string) => text;
    if (left.status !== right.status || seen(left.text) !== seen(right.text)) {
      const [a, b] = [left, right].map(({ status, text }) => `${status} ${text.slice(0, 2_000)}`);
      throw new Error(`${one.method} ${one.path} is answered in two ways:\n${a}\n${b}`);
    }
  }
}

async function answerOf(target: Target): Promise<{ status: number; text: string }> {
  const { path, ...request } = createWriter(target)(takeNumber(target));
  const answer = await fetch(target.origin + path, request);
  const text = await answer.text();
  const isExpected = target.expected ? target.expected.includes(answer.status) : answer.ok;
  if (!isExpected)
    throw new Error(`${target.method} ${path} answered ${answer.status}: ${text.slice(0, 2_000)}`);
  return { status: answer.status, text };
}

const masked = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "an id")
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "an instant")
    .replace(/ms_[0-9a-z]+_\d+/g, "a channel");
