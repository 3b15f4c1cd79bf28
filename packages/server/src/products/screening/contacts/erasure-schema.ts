import { type Static, Type } from "typebox";
import { closed, nullable, oneOf, Uuid } from "#kernel/schema.ts";
import { pageQuery, Seconds } from "../schema.ts";

/** Why personal data were erased: somebody asked for it, or their time was over. */
const erasureReasons = ["request", "retention"] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** Who had it done; for what had been kept for long enough, the server itself. */
const requesters = ["person", "key", "system"] as const;

export const ErasureReceipt = Type.Object(
  {
    id: Uuid(),
    reason: oneOf(erasureReasons, {
      description: "`retention`: kept for as long as the organization keeps such things",
    }),
    contactId: Uuid(),
    contactErased: Type.Boolean({
      description: "Whether the contact was erased, or only some of their sessions",
    }),
    sessions: Type.Integer({ description: "How many sessions lost their answers and notes" }),
    files: Type.Integer({ description: "How many files were deleted" }),
    mails: Type.Integer({ description: "How many mails to them were blotted out, sent or not" }),
    requestedBy: Type.Object({ kind: oneOf(requesters), id: nullable(Type.String()) }),
    erasedAt: Seconds(),
  },
  { $id: "ErasureReceipt", description: "That personal data were erased. It holds none." },
);

export const ListReceipts = Type.Object({ ...pageQuery, contactId: Type.Optional(Uuid()) });
export type ListReceipts = Static<typeof ListReceipts>;

export const PageOfReceipts = Type.Object({
  data: Type.Array(Type.Ref("ErasureReceipt")),
  pagination: Type.Ref("Pagination"),
});

export const ReceiptId = closed({ id: Uuid({ description: "Receipt UUID" }) });

const retentionDays = (description?: string) =>
  nullable(Type.Integer({ minimum: 30, maximum: 3650, ...(description && { description }) }));

export const ScreeningSettings = Type.Object(
  {
    retentionDays: retentionDays(
      "How many days after its end a session is kept: after its review, else after it expired. Null: until somebody erases it",
    ),
  },
  { $id: "ScreeningSettings" },
);

export const PutSettings = closed({ retentionDays: retentionDays() });
export type PutSettings = Static<typeof PutSettings>;
