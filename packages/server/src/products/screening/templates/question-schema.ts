import { Type } from "typebox";
import { closed, Name, nullable, oneOf, Prose } from "#kernel/schema.ts";
import { type Outcome, operators, questionTypes } from "../questions.ts";

/** Least and most of everything that templates hold, so that each can be checked and shown at once. */
export const most = {
  questions: 200,
  options: 100,
  branches: 20,
  tests: 10,
  testedValues: 5_000,
  translations: 20,
} as const;

const says = {
  help: "What helps to answer it, shown below the label",
  min: "Least characters, choices or value, by the type",
  max: "Most characters, choices or value, by the type",
  pattern:
    "What the whole answer must match, in RE2's syntax (no lookaround, no backreferences), for short_text only; all patterns of a template together have at most 2,000 characters",
  message: "What the prospect is told in place of the server's own words when an answer is refused",
  currency: "ISO 4217, for money only",
  branches:
    "The first branch that holds decides what follows the question. Prospects are never shown any of this.",
  otherwise:
    "What follows when no branch holds; where it is left out, the question after it, and after the last the end",
};
const bounded = "for texts, several_of, number and money only";

const Test = closed(
  {
    key: Type.String({ description: "This question's, or that of one that is asked before it" }),
    operator: oneOf(operators, {
      description:
        "is and is_not for short_text, email, phone, number, money, date, yes_no and one_of; is_one_of for short_text, email, phone and one_of; includes for several_of; at_least and at_most for number, money and date; is_answered and is_not_answered for all. Without an answer only is_not_answered holds.",
    }),
    value: Type.Optional(
      Type.Union(
        [
          Type.String({ maxLength: 200 }),
          Type.Number(),
          Type.Boolean(),
          Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: most.options }),
        ],
        {
          description: `Such as an answer to that question; an array for is_one_of; none for is_answered and is_not_answered. All tests of a template together look for at most ${most.testedValues} values.`,
        },
      ),
    ),
  },
  { description: "Something that must be so of one answer" },
);

const OutcomeSchema = Type.Unsafe<Outcome>(
  closed(
    {
      goTo: Type.Optional(Type.String({ description: "The key of the question that follows" })),
      finish: Type.Optional(
        Type.Literal(true, { description: "The questions are over, and the session can be finished" }),
      ),
      disqualify: Type.Optional(
        Prose({ description: "The session ends at once, nobody reviews it, and the prospect is told this." }),
      ),
    },
    { minProperties: 1, maxProperties: 1, description: "Exactly one of the members" },
  ),
);

const Branch = closed({
  when: Type.Array(Test, { minItems: 1, maxItems: most.tests, description: "All of these must hold" }),
  then: OutcomeSchema,
});

/** A question as its author writes it. */
export const NewQuestion = closed({
  key: Type.String({
    pattern: "^[A-Za-z][A-Za-z0-9_]{0,63}$",
    "x-pattern-says": "must be a letter and then at most 63 letters, digits and underscores",
    description:
      "The answer's name in the submission, each once in a template. The answer to a short_text question with the key fullName, full_name or name also names the contact.",
  }),
  label: Name({ description: "What the prospect is asked." }),
  help: Type.Optional(Prose({ description: `${says.help}.` })),
  type: oneOf(questionTypes),
  required: Type.Optional(Type.Boolean({ default: false })),
  options: Type.Optional(
    Type.Array(Name(), {
      minItems: 1,
      maxItems: most.options,
      description: "What to choose from, for one_of and several_of only",
    }),
  ),
  min: Type.Optional(Type.Number({ description: `${says.min}; ${bounded}` })),
  max: Type.Optional(Type.Number({ description: `${says.max}; ${bounded}` })),
  pattern: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: says.pattern })),
  message: Type.Optional(Name({ description: `${says.message}.` })),
  currency: Type.Optional(
    Type.String({
      pattern: "^[A-Z]{3}$",
      "x-pattern-says": "must be the three letters of a currency such as EUR",
      description: says.currency,
    }),
  ),
  branches: Type.Optional(Type.Array(Branch, { maxItems: most.branches, description: says.branches })),
  otherwise: Type.Optional(OutcomeSchema),
});

const { key, type, required, options, min, max, pattern, branches, otherwise } = NewQuestion.properties;
/** What of a question decides which ways lead through a template. */
export const GraphQuestion = Type.Object({
  ...{ key, type, required, options, min, max, pattern, branches, otherwise },
});

const shown = {
  key: Type.String(),
  label: Type.String(),
  help: Type.Optional(Type.String({ description: says.help })),
  type: oneOf(questionTypes),
  required: Type.Boolean(),
};
const bounds = {
  min: Type.Optional(Type.Number({ description: says.min })),
  max: Type.Optional(Type.Number({ description: says.max })),
  pattern: Type.Optional(Type.String({ description: says.pattern })),
  message: Type.Optional(Type.String({ description: says.message })),
  currency: Type.Optional(Type.String({ description: says.currency })),
};

export const Question = Type.Object(
  {
    ...shown,
    options: Type.Optional(Type.Array(Type.String())),
    ...bounds,
    branches: Type.Optional(Type.Array(Branch, { description: says.branches })),
    otherwise: Type.Optional(OutcomeSchema),
  },
  { $id: "ScreeningQuestion" },
);

/** What of a question its prospect sees, in the language of the session. */
export const ProspectQuestion = Type.Object(
  {
    ...shown,
    options: Type.Optional(
      Type.Array(Type.Object({ value: Type.String(), label: Type.String() }), {
        description: "Answers are values; labels are what the prospect reads",
      }),
    ),
    ...bounds,
    next: Type.Optional(
      nullable(
        Type.String({
          description:
            "The key of the question that follows whatever is answered; null where the end does; left out where an answer decides",
        }),
      ),
    ),
  },
  { $id: "ProspectQuestion" },
);
