import { formatSeconds } from "#kernel/instant.ts";
import { presentSession } from "../presenter.ts";
import type { ReadItem } from "./operations/list-queue.ts";
import { answersInOrder } from "./queue-answers.ts";
import type { Counts, EarlierSession, TemplateCounts } from "./queue-store.ts";

export const presentQueueItem = ({ item, reviewer }: ReadItem) => ({
  ...presentSession(item),
  state: item.state,
  waitingSince: item.completedAt && formatSeconds(item.completedAt),
  templateName: item.templateName,
  contact: {
    id: item.contact.id,
    name: item.contact.name,
    email: item.contact.email,
    phone: item.contact.phone,
  },
  answers: answersInOrder(item.questions, item.reviewFirst, item.submission),
  earlierSessions: item.earlierSessions.map(presentEarlier),
  reviewedBy: reviewer && { id: reviewer.id, name: reviewer.name },
  erasedAt: item.erasedAt && formatSeconds(item.erasedAt),
});

const presentEarlier = ({ id, status, reviewStatus, createdAt }: EarlierSession) => ({
  id,
  status,
  reviewStatus,
  createdAt: formatSeconds(createdAt),
});

export const presentTemplateCounts = (template: TemplateCounts) => ({
  workflowTemplateId: template.workflowTemplateId,
  name: template.name,
  slug: template.slug,
  status: template.status,
  ...presentCounts(template),
});

export const presentCounts = ({ waiting, approved, denied, active, expired, disqualified }: Counts) => ({
  waiting,
  approved,
  denied,
  active,
  expired,
  disqualified,
});
