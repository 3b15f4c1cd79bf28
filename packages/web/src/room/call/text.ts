/** What is said in the call. */
export const text = {
  people: "People in the call",
  nobody: "Nobody is speaking yet",
  you: (name: string) => `${name} (you)`,
  yourself: "you",
  microphoneOff: "microphone off",
  cameraOff: "camera off",
  handRaised: "hand raised",
  away: "Connection lost…",
  sharesScreen: (name: string) => `${name}’s screen`,
  youShare: "You are sharing your screen",
  stopSharing: "Stop sharing",
  controls: "Controls",
  call: "The call",
  hand: { raise: "Raise hand", lower: "Lower hand" },
  screen: { share: "Share screen", stop: "Stop sharing your screen", failed: "Nothing is shared." },
  chat: "Chat",
  unread: (count: number) => (count === 0 ? "Chat" : `Chat, ${count} unread`),
  panel: { people: "People", waiting: (count: number) => `People, ${count} waiting`, close: "Close" },
  more: "More",
  settings: "Camera, microphone and sound",
  shortcuts: "Keyboard shortcuts",
  leave: "Leave",
  react: "React",
  record: {
    start: "Start recording",
    stop: "Stop recording",
    on: "Go on the record",
    off: "Go off the record",
    cancel: "Ask no longer",
    recording: "Recording",
    onRecord: "On the record",
    offRecord: "Off the record",
    since: (time: string) => `since ${time}`,
    asking: (names: string) =>
      names === "" ? "Everybody is asked whether they agree." : `Waiting for ${names} to agree.`,
    declined: (names: string) => `${names} did not agree: it cannot begin while they are here.`,
  },
  end: {
    label: "End for everybody",
    title: "End the session for everybody?",
    advice: "Everybody leaves the room at once, and it closes. This cannot be undone.",
    confirm: "End it",
    cancel: "Keep going",
  },
  begin: {
    advice: "Those who registered wait until you begin.",
    label: "Begin the session",
  },
  elapsed: "Time since the session began",
  done: "Done",
} as const;

/** Names of the six reactions of mentorship. */
export const reactions = [
  { emoji: "👍", name: "Thumbs up" },
  { emoji: "❤️", name: "Heart" },
  { emoji: "😂", name: "Laughing" },
  { emoji: "🎉", name: "Party" },
  { emoji: "👏", name: "Clapping" },
  { emoji: "🙌", name: "Raised hands" },
] as const;

/** Notices above the stage: what does not work, and what happens about it. */
export const notices = {
  cut: "The connection is lost. You are neither seen nor heard; we connect again by ourselves.",
  starting: "Sound and picture are being set up…",
  lost: "Sound and picture are interrupted. They are being set up again…",
  blocked:
    "Sound and picture do not get through: your network seems to block them. Another network, such as your phone’s, may help. Chat works.",
  quiet: "Your browser holds the sound back until you click.",
  hear: "Let me hear",
} as const;

/** The agreement to be recorded. */
export const consent = {
  titleAsking: "Do you agree to be recorded?",
  titleOn: "This session is being recorded",
  asks: (who: string) => `${who} wants to record this session.`,
  records: (who: string) => `${who} is recording this session.`,
  someHost: "The host",
  what: "Your picture and your voice are recorded, and your screen if you share it. The chat is not.",
  askingRule: "It begins only when everybody who is here has agreed.",
  onRule: "You see and hear nothing before you agree. If you do not want to be recorded, please leave.",
  agree: "I agree",
  decline: "I do not agree",
  leave: "Leave",
} as const;

/** What the list of people says, and what hosts can do about them. */
export const people = {
  here: (count: number) => (count === 1 ? "In the call (1)" : `In the call (${count})`),
  lobby: (count: number) => `In the lobby (${count})`,
  roles: { host: "Host", participant: "", viewer: "Watching" },
  speaks: "May speak",
  admit: (name: string) => `Let ${name} in`,
  refuse: (name: string) => `Turn ${name} away`,
  admitShort: "Let in",
  admitAll: "Let all in",
  waitsForHost: "waits for you",
  waitsForTurn: "waits for a turn",
  waitsForBeginning: "waits for the beginning",
  isWaiting: (name: string) => `${name} is waiting in the lobby`,
  areWaiting: (count: number) => `${count} people are waiting in the lobby`,
  show: "Show",
  actions: (name: string) => `What to do about ${name}`,
  mute: "Mute microphone",
  letSpeak: "Let speak",
  silence: "No longer let speak",
  remove: "Remove…",
  removal: {
    title: (name: string) => `Remove ${name}?`,
    advice: (name: string) => `${name} leaves at once and cannot enter this room again.`,
    confirm: "Remove",
    cancel: "Cancel",
  },
} as const;

/** What the chat says. */
export const chat = {
  messages: "Messages",
  empty: "Nothing has been written yet. Everybody in the call reads what you write.",
  you: "You",
  write: "Write to everybody",
  send: "Send",
} as const;

/** Keys that do something by themselves; they can be switched off. */
export const shortcuts = {
  title: "Keyboard shortcuts",
  advice: "They work while you are not writing.",
  use: "Use keyboard shortcuts",
  keys: [
    ["M", "Mute or unmute your microphone"],
    ["V", "Turn your camera on or off"],
    ["H", "Raise or lower your hand"],
    ["C", "Open or close the chat"],
    ["?", "Show this help"],
  ],
} as const;
