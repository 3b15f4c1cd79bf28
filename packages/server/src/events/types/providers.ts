import { Type } from "typebox";

const account = Type.Object({ accountId: Type.String(), provider: Type.String() });

export const providerEvents = {
  "provider.account_saved": {
    about: "The organization's account with a video provider was added, or its credentials changed",
    payload: account,
  },
  "provider.account_removed": {
    about: "The organization's account with a video provider was removed",
    payload: account,
  },
  "provider.chosen": {
    about: "Another provider is to do the media of a product's rooms",
    payload: Type.Object({ product: Type.String(), provider: Type.String() }),
  },
} as const;
