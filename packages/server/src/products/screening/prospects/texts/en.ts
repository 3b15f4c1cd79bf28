/** What pages and mails for prospects say beside what a template says: in English. Every other language has the same members. */
export const en = {
  organizationAsks: (name: string) => `Asked by ${name}`,
  languages: "Language",
  start: "Start",
  startAgain: "Fill it in once more",
  kept: "Each answer is kept as you give it. You can stop at any time and go on later.",
  timeLimit: (duration: string) => `Once you have started, you have ${duration} to answer.`,
  trap: "Leave this field empty",
  trapFilled: "A field that has to stay empty was filled in. Please leave it empty, and start again.",
  noCookies:
    "Your browser did not keep the cookie that your answers need. Please allow cookies for this site, and start again.",

  progress: (number: number, total: number, isCertain: boolean) =>
    isCertain ? `Question ${number} of ${total}` : `Question ${number} of about ${total}`,
  optional: "optional",
  next: "Next",
  skip: "Skip this question",
  back: "Back",
  save: "Save the change",
  keepAsIs: "Leave it as it is",
  yes: "Yes",
  no: "No",
  noAnswer: "No answer",
  chooseOne: "Choose one.",
  chooseAny: "Choose as many as you like.",
  chooseBetween: (min: number, max: number) => `Choose between ${min} and ${max}.`,
  chooseAtLeast: (min: number) => `Choose at least ${min}.`,
  chooseAtMost: (max: number) => `Choose at most ${max}.`,
  fileSize: (megabytes: string) => `One file of at most ${megabytes}.`,
  file: (megabytes: string) => `A PDF, a picture, plain text, DOCX or ODT, of at most ${megabytes}.`,
  fileThere: (name: string) => `You have sent ${name}. Another file takes its place.`,

  soFar: "Your answers so far",
  change: "Change",
  timeLeft: (duration: string) => `When this page was opened, you had ${duration} left.`,
  until: (date: string) => `You can go on until ${date}.`,
  otherDevice: "Continue on another device",
  otherDeviceHow:
    "Open this link there. Whoever has it can see and change your answers, so keep it to yourself.",
  otherDeviceLink: "Your own link",

  checkTitle: "Check your answers",
  checkDetail: "This is what you have answered. Once you have sent it, it can no longer be changed.",
  send: "Send your answers",

  doneTitle: "Your answers have been sent",
  done: (organization: string) => `Thank you. ${organization} will review your answers.`,
  mailExpected: (email: string) => `The decision will be sent to ${email}.`,
  noMail: "You have given no e-mail address, so keep the link below: it shows the decision.",
  statusLink: "See what becomes of it",
  endedTitle: "Thank you for your time",
  expiredTitle: "The time to answer is over",
  expired: "What you have answered was not sent, and can no longer be changed.",
  lateTitle: "No decision was made in time",
  late: (organization: string) =>
    `${organization} has made no decision on your answers in time, and they are no longer under review.`,

  faultsTitle: "There is a problem",
  faultyTitle: (title: string) => `Problem: ${title}`,
  faults: {
    required: "Please answer this question.",
    short_text: "Please answer on one line.",
    long_text: "Please write a text.",
    characters: (min: string, max: string) => `Please write between ${min} and ${max} characters.`,
    email: "Please give an e-mail address such as name@example.com.",
    phone: "Please give a phone number of 5 to 15 digits.",
    number: "Please give a number.",
    numberBetween: (min: string, max: string) => `Please give a number between ${min} and ${max}.`,
    numberAtLeast: (min: string) => `Please give a number of ${min} or more.`,
    numberAtMost: (max: string) => `Please give a number of ${max} or less.`,
    money: "Please give an amount with at most two decimals.",
    date: "Please give a date.",
    choice: "Please choose from what is offered.",
    file: (megabytes: string) =>
      `Please choose a file of at most ${megabytes}: a PDF, a picture (JPEG, PNG, WebP, HEIC), plain text, DOCX or ODT.`,
    pattern: "This is not in the form that is asked for.",
  },

  goneTitle: "There is no such page",
  gone: "The questionnaire may be closed, or the link may be incomplete. Ask whoever gave it to you for the right one.",
  deadTitle: "This link does not work",
  dead: "Open it once more from where you have it, or copy all of it. It may also be over.",
  foreignTitle: "This was sent from somewhere else",
  foreign: "Open the questionnaire by its own link, and try again there.",
  busyTitle: "Too many at once",
  busy: (duration: string) => `Please try again in ${duration}. What you have answered is kept.`,
  tooLargeTitle: "That is too large",
  tooLarge: "Go back and send less, or a smaller file. What you have answered before is kept.",
  conflictTitle: "Please try again",
  conflict:
    "Something else changed your answers at the same moment. Go back to the questionnaire, and try again.",
  failedTitle: "That did not work",
  failed: (requestId: string) =>
    `Please try again in a moment. What you have answered is kept. (Request ${requestId})`,
  goBack: "Back to the questionnaire",

  mail: {
    receivedTitle: (organization: string) => `${organization} has received your answers`,
    received: (organization: string) =>
      `${organization} has received your answers and will review them. You will be told the decision by e-mail.`,
    receivedLink: "See what becomes of your answers",
    approvedTitle: (organization: string) => `${organization}: your application was approved`,
    deniedTitle: (organization: string) => `${organization}: your application was denied`,
    decided: "Decided",
    decidedLink: "See the decision",
    expiredTitle: (organization: string) => `${organization}: your answers have expired`,
    expired: (organization: string) =>
      `${organization} has made no decision on your answers in time, and they are no longer under review. If you are still interested, answer the questions once more.`,
    expiredLink: "See what became of your answers",
  },

  status: {
    title: "What becomes of your answers",
    for: (organization: string) => `for ${organization}`,
    open: "Not sent yet",
    openDetail: "Your answers have not been sent yet. Go on where you began them.",
    received: "Received",
    inReview: "In review",
    inReviewDetail: (organization: string) =>
      `${organization} has received your answers and is reviewing them. Come back to this page for the decision.`,
    decision: "Decision",
    approved: "Approved",
    approvedDetail: (organization: string) =>
      `${organization} has reviewed your answers and approved your application.`,
    denied: "Denied",
    deniedDetail: (organization: string) =>
      `${organization} has reviewed your answers and denied your application.`,
    expired: "Expired",
    ended: "Ended",
    endedDetail: "Your answers were not sent on, and nobody reviews them.",
    steps: "How far it is",
    stepDone: "done",
    stepNow: "now",
    stepAhead: "still ahead",
    on: (date: string) => `on ${date}`,
    byWhen: (date: string) => `If there is no decision by ${date}, your answers expire.`,
  },
};

export type Texts = typeof en;
