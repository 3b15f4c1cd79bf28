import type { Texts } from "./en.ts";

/** The same in German. */
export const de: Texts = {
  organizationAsks: (name) => `Gefragt von ${name}`,
  languages: "Sprache",
  start: "Beginnen",
  startAgain: "Noch einmal ausfüllen",
  kept: "Jede Antwort wird sofort gespeichert. Sie können jederzeit aufhören und später weitermachen.",
  timeLimit: (duration) => `Ab dem Beginn haben Sie ${duration} Zeit für Ihre Antworten.`,
  trap: "Dieses Feld leer lassen",
  trapFilled:
    "Ein Feld, das leer bleiben muss, war ausgefüllt. Bitte lassen Sie es leer und beginnen Sie noch einmal.",
  noCookies:
    "Ihr Browser hat das Cookie nicht behalten, das für Ihre Antworten nötig ist. Bitte erlauben Sie Cookies für diese Seite und beginnen Sie noch einmal.",

  progress: (number, total, isCertain) =>
    isCertain ? `Frage ${number} von ${total}` : `Frage ${number} von etwa ${total}`,
  optional: "freiwillig",
  next: "Weiter",
  skip: "Diese Frage überspringen",
  back: "Zurück",
  save: "Änderung speichern",
  keepAsIs: "So lassen, wie es ist",
  yes: "Ja",
  no: "Nein",
  noAnswer: "Keine Antwort",
  chooseOne: "Wählen Sie eines aus.",
  chooseAny: "Wählen Sie beliebig viele aus.",
  chooseBetween: (min, max) => `Wählen Sie ${min} bis ${max} aus.`,
  chooseAtLeast: (min) => `Wählen Sie mindestens ${min} aus.`,
  chooseAtMost: (max) => `Wählen Sie höchstens ${max} aus.`,
  fileSize: (megabytes) => `Eine Datei mit höchstens ${megabytes}.`,
  file: (megabytes) => `Ein PDF, ein Bild, reiner Text, DOCX oder ODT, mit höchstens ${megabytes}.`,
  fileThere: (name) => `Sie haben ${name} gesendet. Eine andere Datei tritt an ihre Stelle.`,

  soFar: "Ihre bisherigen Antworten",
  change: "Ändern",
  timeLeft: (duration) => `Als diese Seite geöffnet wurde, hatten Sie noch ${duration} Zeit.`,
  until: (date) => `Sie können bis zum ${date} weitermachen.`,
  otherDevice: "Auf einem anderen Gerät weitermachen",
  otherDeviceHow:
    "Öffnen Sie dort diesen Link. Wer ihn hat, kann Ihre Antworten sehen und ändern; behalten Sie ihn also für sich.",
  otherDeviceLink: "Ihr persönlicher Link",

  checkTitle: "Prüfen Sie Ihre Antworten",
  checkDetail: "Das haben Sie geantwortet. Nach dem Absenden lässt es sich nicht mehr ändern.",
  send: "Antworten absenden",

  doneTitle: "Ihre Antworten sind abgesendet",
  done: (organization) => `Vielen Dank. ${organization} wird Ihre Antworten prüfen.`,
  mailExpected: (email) => `Die Entscheidung wird an ${email} gesendet.`,
  noMail:
    "Sie haben keine E-Mail-Adresse angegeben. Bewahren Sie deshalb den folgenden Link auf: Er zeigt die Entscheidung.",
  statusLink: "Nachsehen, was daraus wird",
  endedTitle: "Vielen Dank für Ihre Zeit",
  expiredTitle: "Die Zeit zum Antworten ist um",
  expired: "Was Sie geantwortet haben, wurde nicht abgesendet und lässt sich nicht mehr ändern.",
  lateTitle: "Es gab keine rechtzeitige Entscheidung",
  late: (organization) =>
    `${organization} hat nicht rechtzeitig über Ihre Antworten entschieden; sie werden nicht mehr geprüft.`,

  faultsTitle: "Da stimmt etwas nicht",
  faultyTitle: (title) => `Fehler: ${title}`,
  faults: {
    required: "Bitte beantworten Sie diese Frage.",
    short_text: "Bitte antworten Sie in einer Zeile.",
    long_text: "Bitte schreiben Sie einen Text.",
    characters: (min, max) => `Bitte schreiben Sie ${min} bis ${max} Zeichen.`,
    email: "Bitte geben Sie eine E-Mail-Adresse wie name@example.com an.",
    phone: "Bitte geben Sie eine Telefonnummer mit 5 bis 15 Ziffern an.",
    number: "Bitte geben Sie eine Zahl an.",
    numberBetween: (min, max) => `Bitte geben Sie eine Zahl von ${min} bis ${max} an.`,
    numberAtLeast: (min) => `Bitte geben Sie eine Zahl ab ${min} an.`,
    numberAtMost: (max) => `Bitte geben Sie eine Zahl bis ${max} an.`,
    money: "Bitte geben Sie einen Betrag mit höchstens zwei Nachkommastellen an.",
    date: "Bitte geben Sie ein Datum an.",
    choice: "Bitte wählen Sie aus dem Angebotenen.",
    file: (megabytes) =>
      `Bitte wählen Sie eine Datei mit höchstens ${megabytes}: ein PDF, ein Bild (JPEG, PNG, WebP, HEIC), reinen Text, DOCX oder ODT.`,
    pattern: "Das hat nicht die verlangte Form.",
  },

  goneTitle: "Diese Seite gibt es nicht",
  gone: "Der Fragebogen ist vielleicht geschlossen oder der Link unvollständig. Fragen Sie nach dem richtigen, wo Sie ihn bekommen haben.",
  deadTitle: "Dieser Link funktioniert nicht",
  dead: "Öffnen Sie ihn noch einmal dort, wo Sie ihn haben, oder kopieren Sie ihn ganz. Vielleicht gilt er auch nicht mehr.",
  foreignTitle: "Das kam von einer anderen Stelle",
  foreign: "Öffnen Sie den Fragebogen über seinen eigenen Link und versuchen Sie es dort noch einmal.",
  busyTitle: "Zu viel auf einmal",
  busy: (duration) => `Bitte versuchen Sie es in ${duration} noch einmal. Ihre Antworten sind gespeichert.`,
  tooLargeTitle: "Das ist zu groß",
  tooLarge:
    "Gehen Sie zurück und senden Sie weniger oder eine kleinere Datei. Ihre früheren Antworten sind gespeichert.",
  conflictTitle: "Bitte versuchen Sie es noch einmal",
  conflict:
    "Im selben Augenblick wurden Ihre Antworten anderswo geändert. Gehen Sie zurück zum Fragebogen und versuchen Sie es noch einmal.",
  failedTitle: "Das hat nicht geklappt",
  failed: (requestId) =>
    `Bitte versuchen Sie es gleich noch einmal. Ihre Antworten sind gespeichert. (Anfrage ${requestId})`,
  goBack: "Zurück zum Fragebogen",

  mail: {
    receivedTitle: (organization) => `${organization} hat Ihre Antworten erhalten`,
    received: (organization) =>
      `${organization} hat Ihre Antworten erhalten und wird sie prüfen. Die Entscheidung erfahren Sie per E-Mail.`,
    receivedLink: "Nachsehen, was aus Ihren Antworten wird",
    approvedTitle: (organization) => `${organization}: Ihre Bewerbung wurde angenommen`,
    deniedTitle: (organization) => `${organization}: Ihre Bewerbung wurde abgelehnt`,
    decided: "Entschieden",
    decidedLink: "Die Entscheidung ansehen",
    expiredTitle: (organization) => `${organization}: Ihre Antworten sind abgelaufen`,
    expired: (organization) =>
      `${organization} hat nicht rechtzeitig über Ihre Antworten entschieden; sie werden nicht mehr geprüft. Wenn Sie noch interessiert sind, beantworten Sie die Fragen noch einmal.`,
    expiredLink: "Nachsehen, was aus Ihren Antworten wurde",
  },

  status: {
    title: "Was aus Ihren Antworten wird",
    for: (organization) => `für ${organization}`,
    open: "Noch nicht abgesendet",
    openDetail: "Ihre Antworten sind noch nicht abgesendet. Machen Sie dort weiter, wo Sie begonnen haben.",
    received: "Eingegangen",
    inReview: "In Prüfung",
    inReviewDetail: (organization) =>
      `${organization} hat Ihre Antworten erhalten und prüft sie. Auf dieser Seite finden Sie später die Entscheidung.`,
    decision: "Entscheidung",
    approved: "Angenommen",
    approvedDetail: (organization) =>
      `${organization} hat Ihre Antworten geprüft und Ihre Bewerbung angenommen.`,
    denied: "Abgelehnt",
    deniedDetail: (organization) =>
      `${organization} hat Ihre Antworten geprüft und Ihre Bewerbung abgelehnt.`,
    expired: "Abgelaufen",
    ended: "Beendet",
    endedDetail: "Ihre Antworten wurden nicht weitergegeben, und niemand prüft sie.",
    steps: "Wie weit es ist",
    stepDone: "erledigt",
    stepNow: "jetzt",
    stepAhead: "steht noch aus",
    on: (date) => `am ${date}`,
    byWhen: (date) => `Gibt es bis zum ${date} keine Entscheidung, verfallen Ihre Antworten.`,
  },
};
