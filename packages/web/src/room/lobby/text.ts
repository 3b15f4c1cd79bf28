import type { FromServer } from "../client/messages.ts";

type Lobby = Pick<FromServer<"lobby">, "awaits" | "ahead">;

/** What is said while one waits. */
export const text = {
  connecting: { title: "Coming in…", advice: "" },
  cut: {
    title: "The connection is lost",
    advice: "We connect again by ourselves as soon as the network lets us. You keep your place.",
  },
  leave: "Leave the lobby",
  yours: "Your camera and microphone",
} as const;

/** What one waits for, and what one can do meanwhile. */
export function lobbyText({ awaits, ahead }: Lobby): { title: string; advice: string } {
  switch (awaits) {
    case "host":
      return {
        title: "Please wait, the host will let you in",
        advice: "The host sees that you are here. Nobody hears or sees you yet.",
      };
    case "beginning":
      return {
        title: "It begins in a moment",
        advice: "You come in by yourself as soon as the host begins. Nobody hears or sees you yet.",
      };
    case "turn":
      return { title: turnText(ahead), advice: "You are called in by yourself when it is your turn." };
  }
}

function turnText(ahead: number | null): string {
  if (ahead === null) return "You will be called";
  if (ahead === 0) return "You are next";
  return ahead === 1 ? "One person is before you" : `${ahead} people are before you`;
}
