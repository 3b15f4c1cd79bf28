import { deliveryTasks } from "../effects/deliver.ts";
import type { Task } from "../events/worker.ts";
import { pushChannel } from "../notifications/push-channel.ts";
import type { PushServices } from "../notifications/push-port.ts";
import { receiptTasks } from "../notifications/push-receipts.ts";
import type { startBackground } from "./background.ts";
import { reminderChecks } from "./work.ts";

/** Pushes sent at once by one process. */
const pushConcurrency = 8;

interface Pushing {
  deliveries: Parameters<typeof startBackground>[0]["deliveries"];
  tasks: Record<string, Task>;
}

/** What delivers pushes by these services, and looks after their receipts. */
export const pushing = (delivery: Parameters<typeof deliveryTasks>[0], services: PushServices): Pushing => ({
  deliveries: {
    push: {
      tasks: deliveryTasks(delivery, {
        push: pushChannel({ ...delivery, services, reminderChecks, atOnce: pushConcurrency }),
      }),
      concurrency: pushConcurrency,
    },
  },
  tasks: receiptTasks({ ...delivery, expo: services.expo }),
});
