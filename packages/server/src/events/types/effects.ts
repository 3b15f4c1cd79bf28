import { Type } from "typebox";

export const effectEvents = {
  "effect.retried": {
    about: "Somebody sent an e-mail, a push or a webhook once more",
    payload: Type.Object({ channel: Type.String() }),
  },
  "effects.retried": {
    about: "Somebody sent many e-mails, pushes or webhooks that had failed once more",
    payload: Type.Object({ count: Type.Integer() }),
  },
  "job.retried": {
    about: "Somebody ran a job that had failed once more",
    payload: Type.Object({ task: Type.String() }),
  },
} as const;
