const tooFewHours =
  "Thank you for asking. Our families need two hours a week at least, so this would not be a good start for either side. Do come back when you have more time.";

/** What the demo asks prospects: branches, a polite end, help, a file, and a second language. */
export const questionnaire = {
  name: "Tutor application",
  slug: "tutor-application",
  status: "published",
  introduction:
    "We are glad that you want to teach with us. A few questions, about four minutes; you can change every answer until you send them, and go on later where you stopped.",
  completion: "Thank you. Somebody of us reads your answers within a week, and then we write to you.",
  language: "en",
  reviewFirst: ["subject", "hours", "pay"],
  questions: [
    { key: "name", label: "What is your name?", type: "short_text", required: true },
    {
      key: "email",
      label: "Where can we write to you?",
      help: "We use it for this application, and for nothing else.",
      type: "email",
      required: true,
    },
    { key: "phone", label: "Is there a number under which we may call you?", type: "phone" },
    {
      key: "subject",
      label: "What would you like to teach?",
      type: "one_of",
      required: true,
      options: ["Mathematics", "Languages", "Arts"],
      branches: [
        { when: [{ key: "subject", operator: "is", value: "Languages" }], then: { goTo: "languages" } },
        { when: [{ key: "subject", operator: "is", value: "Arts" }], then: { goTo: "portfolio" } },
      ],
    },
    {
      key: "levels",
      label: "For which pupils?",
      help: "Choose all that you would like to take on.",
      type: "several_of",
      required: true,
      options: ["Primary school", "Secondary school", "Adults"],
      otherwise: { goTo: "taught" },
    },
    {
      key: "languages",
      label: "Which languages?",
      type: "several_of",
      options: ["English", "French", "German", "Spanish"],
      otherwise: { goTo: "taught" },
    },
    {
      key: "portfolio",
      label: "Would you show us something that you made?",
      help: "A picture or a PDF.",
      type: "file",
    },
    {
      key: "taught",
      label: "Have you taught before?",
      help: "You need not: we pair beginners with somebody who has.",
      type: "yes_no",
      branches: [{ when: [{ key: "taught", operator: "is", value: true }], then: { goTo: "experience" } }],
      otherwise: { goTo: "hours" },
    },
    {
      key: "experience",
      label: "Whom, and for how long?",
      help: "Two or three sentences are plenty.",
      type: "long_text",
      max: 600,
    },
    {
      key: "hours",
      label: "How many hours a week?",
      type: "number",
      min: 1,
      max: 40,
      message: "Please give a number of hours from 1 to 40.",
      branches: [
        { when: [{ key: "hours", operator: "at_most", value: 1 }], then: { disqualify: tooFewHours } },
      ],
    },
    {
      key: "pay",
      label: "What should an hour be paid with?",
      help: "Before taxes; between 15 and 60 euros.",
      type: "money",
      currency: "EUR",
      min: 15,
      max: 60,
    },
    { key: "start", label: "When could you begin?", type: "date" },
    {
      key: "cv",
      label: "Do you have a curriculum vitae at hand?",
      help: "A PDF, if you like. You can also bring it along.",
      type: "file",
    },
  ],
  translations: {
    de: {
      name: "Bewerbung als Lehrkraft",
      introduction:
        "Schön, dass Sie bei uns unterrichten möchten. Einige Fragen, etwa vier Minuten; Sie können jede Antwort ändern, bis Sie sie abschicken, und später weitermachen, wo Sie aufgehört haben.",
      completion:
        "Vielen Dank. Innerhalb einer Woche liest jemand von uns Ihre Antworten, dann schreiben wir Ihnen.",
      questions: {
        name: { label: "Wie heißen Sie?" },
        email: {
          label: "Wohin können wir Ihnen schreiben?",
          help: "Wir verwenden die Adresse nur für diese Bewerbung.",
        },
        phone: { label: "Unter welcher Nummer dürfen wir Sie anrufen?" },
        subject: {
          label: "Was möchten Sie unterrichten?",
          options: { Mathematics: "Mathematik", Languages: "Sprachen", Arts: "Kunst" },
        },
        levels: {
          label: "Wen möchten Sie unterrichten?",
          help: "Wählen Sie alles, was in Frage kommt.",
          options: {
            "Primary school": "Grundschule",
            "Secondary school": "Weiterführende Schule",
            Adults: "Erwachsene",
          },
        },
        languages: {
          label: "Welche Sprachen?",
          options: { English: "Englisch", French: "Französisch", German: "Deutsch", Spanish: "Spanisch" },
        },
        portfolio: {
          label: "Möchten Sie uns etwas zeigen, das Sie gemacht haben?",
          help: "Ein Bild oder ein PDF.",
        },
        taught: {
          label: "Haben Sie schon einmal unterrichtet?",
          help: "Das müssen Sie nicht: Am Anfang begleitet Sie jemand, der es schon getan hat.",
        },
        experience: { label: "Wen, und wie lange?", help: "Zwei oder drei Sätze genügen." },
        hours: {
          label: "Wie viele Stunden in der Woche?",
          message: "Bitte geben Sie eine Zahl von 1 bis 40 an.",
        },
        pay: { label: "Was soll eine Stunde kosten?", help: "Brutto, zwischen 15 und 60 Euro." },
        start: { label: "Wann könnten Sie anfangen?" },
        cv: {
          label: "Haben Sie einen Lebenslauf zur Hand?",
          help: "Als PDF, wenn Sie möchten. Sie können ihn auch mitbringen.",
        },
      },
      endings: {
        [tooFewHours]:
          "Vielen Dank für Ihr Interesse. Unsere Familien brauchen mindestens zwei Stunden in der Woche, deshalb wäre das für beide Seiten kein guter Anfang. Kommen Sie gern wieder, wenn Sie mehr Zeit haben.",
      },
    },
  },
};
