/** What is said where the media is not ours. */
export const text = {
  zoom: {
    title: "This session takes place on Zoom",
    advice: "Zoom opens with the button. If it asks for them, these are the meeting’s details.",
    open: "Open Zoom",
    opens: (seconds: number) =>
      seconds === 1 ? "Zoom opens in one second." : `Zoom opens in ${seconds} seconds.`,
    stay: "Stay here",
    meetingId: "Meeting ID",
    password: "Passcode",
  },
  other: {
    title: (name: string) => `This session takes place on ${name}`,
    advice:
      "Your organization’s own app joins it. These are the details that its client needs; they are yours alone, and hold for an hour.",
    token: "Show the token",
  },
  names: { agora: "Agora", livekit: "LiveKit", stream: "Stream" },
  unknown: {
    title: "This session takes place elsewhere",
    advice: "Where, this page could not find out. Please load it again, or ask whoever invited you.",
  },
  lobby: "In the lobby",
} as const;
