import { plus } from "#kernel/clock.ts";
import { formatInstant } from "#kernel/instant.ts";
import type { Queue } from "./operations/get-queue.ts";
import type { Joining } from "./operations/join-session.ts";
import { turnLasts } from "./queue.ts";

export const presentJoining = (joining: Joining) => ({
  token: joining.token,
  call_id: joining.callId,
  provider: joining.provider,
  expires_at: formatInstant(joining.expiresAt),
  user_id: joining.userId,
  url: joining.url,
  api_key: joining.apiKey,
  call_type: joining.callType,
});

export const presentQueue = (queue: Queue) => ({
  session_id: queue.sessionId,
  status: queue.status,
  position: queue.position,
  called_until: untilOf(queue.calledAt),
  waiting_count: queue.waitingCount,
  line:
    queue.line?.map(({ personId, name, status, position, joinedAt, calledAt }) => ({
      ...{ person_id: personId, name, status, position },
      ...{ joined_at: formatInstant(joinedAt), called_until: untilOf(calledAt) },
    })) ?? null,
});

const untilOf = (calledAt: Date | null): string | null =>
  calledAt && formatInstant(plus(calledAt, turnLasts));
