import type { OutsideProvider } from "../provider-port.ts";
import { Account, Accounts, Choices, Choose, Credentials, OneProvider } from "./schema.ts";

const admins = "Role OrganizationAdmin and up; API keys are refused.";

const names = { zoom: "Zoom", agora: "Agora", livekit: "LiveKit", stream: "Stream" } as const;

/** Saving an account: each provider has credentials of its own. */
export const saveWire = <Name extends OutsideProvider>(provider: Name) =>
  ({
    method: "PUT",
    path: `/api/room-providers/${provider}`,
    operationId: `saveRoomProvider${names[provider]}`,
    summary: `Use an account of the organization's own with ${names[provider]}`,
    description: `${admins} It replaces the one that was saved before, and comes before the operator's. ${
      provider === "agora"
        ? "They are not tried: Agora is not asked for tokens."
        : "The provider is asked first whether it takes them: 400 when it does not, 503 when it cannot be reached."
    } Secrets are encrypted where they are stored, and never shown again; \`notificationUrl\` of the answer is what to give the provider.`,
    body: Credentials[provider],
    success: [200, Account],
    refusals: ["forbidden", "provider_refused", "provider_unavailable"],
  }) as const;

export const wire = {
  list: {
    method: "GET",
    path: "/api/room-providers",
    operationId: "listRoomProviders",
    summary: "The providers of video rooms, whose accounts are used, and for what",
    description: `${admins} Secrets are never shown.`,
    success: [200, Accounts],
    refusals: ["forbidden"],
  },
  choose: {
    method: "PATCH",
    path: "/api/room-providers",
    operationId: "chooseRoomProviders",
    summary: "Choose who does the media of live sessions and mentorship calls",
    description: `${admins} \`built_in\`, which is this server itself, unless chosen otherwise; depositions name their provider with each session. A session stays with the provider that its room was made with: with another provider at the session's next change, in our own rooms when somebody first asks to come in. 409 where neither the organization nor the operator has an account with the provider.`,
    body: Choose,
    success: [200, Choices],
    refusals: ["forbidden", "conflict"],
  },
  remove: {
    method: "DELETE",
    path: "/api/room-providers/:provider",
    operationId: "removeRoomProvider",
    summary: "Forget the organization's own account",
    description: `${admins} The operator's is used from then on, where there is one. 404 when the organization has none; 409 while rooms are to use the provider and the operator has no account with it.`,
    params: OneProvider,
    success: [200, Account],
    refusals: ["forbidden", "not_found", "conflict"],
  },
} as const;
