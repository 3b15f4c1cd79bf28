import { type Static, Type } from "typebox";
import { closed, Instant, nullable, oneOf } from "#kernel/schema.ts";
import { outsideProviders, providerNames } from "../provider-port.ts";

/** The products for whose rooms an organization chooses the provider; a deposition has its own. */
export const choosingProducts = ["live", "mentorship"] as const;
export type ChoosingProduct = (typeof choosingProducts)[number];

const Text = (description: string) =>
  Type.String({
    pattern: "^\\S+$",
    "x-pattern-says": "must be a text without spaces",
    maxLength: 500,
    description,
  });
const Hex = (description: string) =>
  Type.String({
    pattern: "^[0-9a-fA-F]{32}$",
    "x-pattern-says": "must be 32 hexadecimal digits",
    description,
  });

/** What each provider's account is made of. */
export const Credentials = {
  zoom: closed({
    accountId: Text("Account ID of the Server-to-Server OAuth app"),
    clientId: Text("Its Client ID"),
    clientSecret: Text("Its Client Secret"),
    userId: Type.Optional(
      Text("Id or e-mail address of the user who holds the meetings; `me` when left out"),
    ),
    webhookSecret: Type.Optional(Text("Secret Token of the app's event subscription")),
  }),
  agora: closed({
    appId: Hex("App ID of the project"),
    appCertificate: Hex("Its primary certificate"),
    notificationSecret: Type.Optional(Text("Secret of the Notifications service")),
  }),
  livekit: closed({
    url: Type.String({
      pattern: "^(wss?|https?)://\\S+$",
      "x-pattern-says": "must be a wss or https URL",
      maxLength: 500,
      description:
        "URL of the server or the Cloud project. It must lead to public addresses, unless the operator allows others.",
    }),
    apiKey: Text("API key"),
    apiSecret: Text("API secret"),
  }),
  stream: closed({
    apiKey: Text("API key of the app"),
    apiSecret: Text("Its API secret"),
  }),
} as const;
export type CredentialsOf = { [Name in keyof typeof Credentials]: Static<(typeof Credentials)[Name]> };

/** Which members identify an account; all others are secret, and are never shown again. */
export const identifying = {
  zoom: ["accountId", "clientId", "userId"],
  agora: ["appId"],
  livekit: ["url", "apiKey"],
  stream: ["apiKey"],
} as const satisfies { [Name in keyof CredentialsOf]: readonly (keyof CredentialsOf[Name])[] };

const liveProviders = ["built_in", "livekit", "stream"] as const;
const mentorshipProviders = ["built_in", "agora", "livekit", "stream"] as const;

export const Choose = closed({
  live: Type.Optional(oneOf(liveProviders, { description: "For live sessions that have no room yet." })),
  mentorship: Type.Optional(
    oneOf(mentorshipProviders, { description: "For mentorship calls that have no room yet." }),
  ),
});
export type Choose = Static<typeof Choose>;

export const OneProvider = closed({ provider: oneOf(outsideProviders) });

const RoomProviderAccount = Type.Object(
  {
    provider: oneOf(outsideProviders),
    account: oneOf(["organization", "deployment", "sandbox", "none"], {
      description:
        "Whose account the organization's rooms use: its own, the operator's, one that only pretends (never in production), or nobody's",
    }),
    identifiers: nullable(
      Type.Record(Type.String(), Type.String(), {
        description: "What identifies the organization's own account; secrets are never shown",
      }),
    ),
    notificationUrl: nullable(
      Type.String({ description: "Where the organization's own account is to send its notifications" }),
    ),
    updatedBy: nullable(Type.String({ description: "Id of the person who saved it last" })),
    updatedAt: nullable(Instant()),
  },
  { $id: "RoomProviderAccount", description: "A provider of video rooms, and whose account is used with it" },
);

const RoomProviderChoices = Type.Object(
  { live: oneOf(providerNames), mentorship: oneOf(providerNames) },
  { $id: "RoomProviderChoices", description: "Who does the media of the organization's rooms" },
);

export const models = [RoomProviderAccount, RoomProviderChoices];

export const Account = Type.Object({ data: Type.Ref("RoomProviderAccount") });
export const Choices = Type.Object({ data: Type.Ref("RoomProviderChoices") });
export const Accounts = Type.Object({
  data: Type.Array(Type.Ref("RoomProviderAccount")),
  choices: Type.Ref("RoomProviderChoices"),
});
