import { useEffect, useState } from "preact/hooks";
import { useChat } from "./surroundings.ts";
import type { Texts } from "./texts/index.ts";

/** From here on the time is short, in minutes. */
const short = 5;

/** A session that is open for longer than this says nothing of it, in minutes. */
const long = 24 * 60;

/** Said to a reader whose session ends soon; nothing where there is no hurry. */
export function timeText(
  left: number,
  end: Date,
  language: string,
  texts: Texts,
): { text: string; isShort: boolean } | null {
  const minutes = Math.ceil(left / 60_000);
  if (minutes > long || minutes <= 0) return null;
  if (minutes <= short) return { text: texts.timeLeft(minutes), isShort: true };
  const time = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(end);
  return { text: texts.until(time), isShort: false };
}

/**
 * How long there is, by the server's clock, of which the page brought the time. At the end the server is asked what
 * became of the session.
 */
export function useTimeLeft(now: string, expiresAt: string, isOver: boolean) {
  const { conversation, texts, language } = useChat();
  const [ahead] = useState(() => Date.parse(now) - Date.now());
  const [moment, setMoment] = useState(() => Date.now());
  const end = Date.parse(expiresAt) - ahead;
  useEffect(() => {
    const left = end - moment;
    if (isOver || left > (long + 60) * 60_000) return undefined;
    // At each full minute of what is left; behind the end, while the server still goes on, now and then.
    const pause = left > 0 ? left % 60_000 || 60_000 : 15_000;
    const timer = setTimeout(() => {
      setMoment(Date.now());
      if (end <= Date.now()) void conversation.look();
    }, pause + 50);
    return () => clearTimeout(timer);
  }, [isOver, moment, end, conversation]);
  return isOver ? null : timeText(end - moment, new Date(end), language, texts);
}
