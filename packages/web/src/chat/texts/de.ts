import type { Texts } from "./en.ts";

export const de: Texts = {
  conversation: "Gespräch",
  yourAnswer: "Ihre Antwort:",
  noAnswer: "Übersprungen",
  optional: "Das können Sie überspringen.",
  yes: "Ja",
  no: "Nein",
  send: "Senden",
  skip: "Überspringen",
  change: "Ändern",
  save: "Speichern",
  cancel: "Abbrechen",
  leaveOut: "Auslassen",
  tapToSend: "Tippen Sie auf eine Antwort, um sie zu senden.",
  chooseSeveral: "Sie können mehrere auswählen.",
  chooseFile: "Datei auswählen",
  fileSize: "Eine Datei mit höchstens 10 MB.",
  fileKinds: "Ein PDF, ein Bild, reiner Text, DOCX oder ODT, mit höchstens 10 MB.",
  progress: (answered, total) => `${answered} von etwa ${total} Fragen beantwortet`,
  step: (answered, total) => `${answered} von ${total}`,
  uploading: (part) => `Wird gesendet… ${Math.round(part * 100)} %`,
  unsent: "Wartet auf das Senden",
  unsure: "Wird vielleicht nicht mehr gebraucht",
  offline: (unsent) =>
    unsent === 0
      ? "Offline. Machen Sie weiter: Ihre Antworten bleiben auf diesem Gerät und werden gesendet."
      : unsent === 1
        ? "Offline. 1 Antwort liegt auf diesem Gerät und wird gesendet."
        : `Offline. ${unsent} Antworten liegen auf diesem Gerät und werden gesendet.`,
  serverTrouble:
    "Der Server antwortet nicht. Ihre Antworten bleiben auf diesem Gerät, wir versuchen es weiter.",
  goOn: "Weiter",
  tryNow: "Jetzt versuchen",
  allSent: "Sie sind wieder online, und alles ist gesendet.",
  waiting: "Einen Moment…",
  waitingOffline:
    "Wie es weitergeht, hängt von Ihrer Antwort ab. Sobald Sie wieder online sind, geht es weiter.",
  dropped: (labels) =>
    labels.length === 1
      ? `Durch diese Änderung brauchen wir Ihre Antwort nicht mehr auf: ${labels[0]}`
      : `Durch diese Änderung brauchen wir ${labels.length} Ihrer Antworten nicht mehr.`,
  ready: "Das war die letzte Frage. Sie können oben noch jede Antwort ändern.",
  finish: "Alles absenden",
  finishing: "Ihre Antworten werden gesendet…",
  finishingOffline:
    "Sie sind offline. Alles wird gesendet, sobald Sie wieder online sind: Lassen Sie diese Seite offen.",
  refused: "Diese Antwort wurde nicht angenommen. Bitte prüfen Sie sie.",
  fileTooLarge: "Diese Datei ist zu groß. Bitte wählen Sie eine mit höchstens 10 MB aus.",
  fileRefused:
    "Diese Datei wurde nicht angenommen. Bitte wählen Sie ein PDF, ein Bild (JPEG, PNG, WebP, HEIC), reinen Text, DOCX oder ODT aus.",
  faults: {
    missing: "Bitte geben Sie eine Antwort.",
    choice: "Bitte wählen Sie eine Antwort aus.",
    file: "Bitte wählen Sie eine Datei aus.",
    email: "Bitte schreiben Sie eine E-Mail-Adresse wie name@example.com.",
    phone: "Bitte schreiben Sie eine Telefonnummer mit 5 bis 15 Ziffern.",
    number: "Bitte schreiben Sie eine Zahl.",
    cents: "Bitte schreiben Sie höchstens zwei Nachkommastellen.",
    date: "Bitte geben Sie ein vollständiges Datum an.",
    pattern: "Bitte prüfen Sie die Schreibweise.",
    least: (least) => `Bitte schreiben Sie ${least} oder mehr.`,
    most: (most) => `Bitte schreiben Sie ${most} oder weniger.`,
    shortest: (least) => `Bitte schreiben Sie mindestens ${least} Zeichen.`,
    longest: (most) => `Bitte schreiben Sie höchstens ${most} Zeichen.`,
    fewest: (least) => `Bitte wählen Sie mindestens ${least} aus.`,
    greatest: (most) => `Bitte wählen Sie höchstens ${most} aus.`,
  },
  timeLeft: (minutes) =>
    minutes <= 1 ? "Noch weniger als eine Minute." : `Noch ${minutes} Minuten bis zum Ende.`,
  until: (time) => `Bitte schließen Sie bis ${time} ab.`,
  continueElsewhere: "Auf einem anderen Gerät fortfahren",
  continueTitle: "Auf einem anderen Gerät fortfahren",
  continueDetail:
    "Öffnen Sie diesen Link auf dem anderen Gerät und machen Sie dort weiter. Wer ihn hat, kann Ihre Antworten sehen und ändern: Behalten Sie ihn für sich.",
  link: "Link",
  copy: "Link kopieren",
  copied: "Kopiert",
  share: "Teilen",
  close: "Schließen",
  elsewhere: "Sie haben in einem anderen Tab weitergemacht",
  elsewhereDetail: "Dieses Gespräch ist jetzt dort geöffnet. Nichts ging verloren.",
  here: "Hier weitermachen",
  lost: "Dieses Gespräch kann hier nicht weitergehen",
  lostDetail:
    "Vielleicht wurde es entfernt, oder dieser Browser hat keinen Zugang mehr. Ein Link, den Sie bekommen haben, gilt weiterhin.",
  again: "Neu laden",
  holding: "Einen Moment…",
};
