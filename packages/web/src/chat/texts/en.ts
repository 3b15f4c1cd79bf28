/** What the chat says by itself, beside the organization's own words. */
export const en = {
  conversation: "Conversation",
  yourAnswer: "Your answer:",
  noAnswer: "Skipped",
  optional: "You can skip this.",
  yes: "Yes",
  no: "No",
  send: "Send",
  skip: "Skip",
  change: "Change",
  save: "Save",
  cancel: "Cancel",
  leaveOut: "Leave out",
  tapToSend: "Tap an answer to send it.",
  chooseSeveral: "You can choose more than one.",
  chooseFile: "Choose a file",
  fileSize: "One file of at most 10 MB.",
  fileKinds: "A PDF, a picture, plain text, DOCX or ODT, of at most 10 MB.",
  progress: (answered: number, total: number) => `${answered} of about ${total} questions answered`,
  step: (answered: number, total: number) => `${answered} of ${total}`,
  uploading: (part: number) => `Sending… ${Math.round(part * 100)} %`,
  unsent: "Waits to be sent",
  unsure: "May no longer be needed",
  offline: (unsent: number) =>
    unsent === 0
      ? "Offline. Go on: your answers are kept on this device and will be sent."
      : unsent === 1
        ? "Offline. 1 answer is kept on this device and will be sent."
        : `Offline. ${unsent} answers are kept on this device and will be sent.`,
  serverTrouble: "The server does not answer. Your answers are kept on this device, and we keep trying.",
  goOn: "Go on",
  tryNow: "Try now",
  allSent: "You are online again, and everything is sent.",
  waiting: "One moment…",
  waitingOffline: "What comes next depends on your answer. We go on as soon as you are online again.",
  dropped: (labels: readonly string[]) =>
    labels.length === 1
      ? `Because of this change, we no longer need your answer to: ${labels[0]}`
      : `Because of this change, we no longer need ${labels.length} of your answers.`,
  ready: "That was the last question. You can still change any answer above.",
  finish: "Send everything",
  finishing: "Sending your answers…",
  finishingOffline:
    "You are offline. Everything will be sent as soon as you are online again: keep this page open.",
  refused: "This answer was not accepted. Please check it.",
  fileTooLarge: "This file is too large. Please choose one of at most 10 MB.",
  fileRefused:
    "This file was not accepted. Please choose a PDF, a picture (JPEG, PNG, WebP, HEIC), plain text, DOCX or ODT.",
  faults: {
    missing: "Please give an answer.",
    choice: "Please choose an answer.",
    file: "Please choose a file.",
    email: "Please write an e-mail address, such as name@example.com.",
    phone: "Please write a phone number of 5 to 15 digits.",
    number: "Please write a number.",
    cents: "Please write at most two decimals.",
    date: "Please give a whole date.",
    pattern: "Please check how this is written.",
    least: (least: string) => `Please write ${least} or more.`,
    most: (most: string) => `Please write ${most} or less.`,
    shortest: (least: number) => `Please write at least ${least} characters.`,
    longest: (most: number) => `Please write at most ${most} characters.`,
    fewest: (least: number) => `Please choose at least ${least}.`,
    greatest: (most: number) => `Please choose at most ${most}.`,
  },
  timeLeft: (minutes: number) =>
    minutes <= 1 ? "Less than a minute left." : `${minutes} minutes left to finish.`,
  until: (time: string) => `Please finish by ${time}.`,
  continueElsewhere: "Continue on another device",
  continueTitle: "Continue on another device",
  continueDetail:
    "Open this link on the other device, and go on where you are. Whoever has it can see and change your answers, so keep it to yourself.",
  link: "Link",
  copy: "Copy link",
  copied: "Copied",
  share: "Share",
  close: "Close",
  elsewhere: "You went on in another tab",
  elsewhereDetail: "This conversation is open there now. Nothing was lost.",
  here: "Go on here",
  lost: "This conversation cannot go on here",
  lostDetail:
    "It may have been removed, or this browser no longer has the right to it. The link that you were given still works, if there is one.",
  again: "Load again",
  holding: "One moment…",
};

export type Texts = typeof en;
