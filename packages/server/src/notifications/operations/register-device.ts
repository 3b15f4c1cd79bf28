import type { AccountContext } from "#database/context.ts";
import { whenViolated } from "#database/failures.ts";
import { badInput, refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { Vault } from "#kernel/vault.ts";
import type { RegisterDevice } from "../devices-schema.ts";
import { type Device, deleteOldest, lockOwner, upsertDevice } from "../devices-store.ts";
import type { PushTarget, WebPush } from "../push-port.ts";

interface Parts {
  vault: Vault;
  web: Pick<WebPush, "faultOf">;
}

/** A phone, a tablet, some browsers: whoever has more has forgotten most of them. */
const mostDevices = 20;

/** Registers where the caller gets pushes; what another person had registered is theirs no longer. */
export async function registerDevice(
  { tx, person, now }: AccountContext,
  { vault, web }: Parts,
  body: RegisterDevice,
): Promise<Device> {
  const target = targetOf(body);
  const fault = target.type === "web" ? web.faultOf(target.endpoint) : null;
  if (fault) throw badInput("invalid_request", [{ pointer: "/endpoint", detail: fault }]);
  await lockOwner(tx, person.id);
  const address = target.type === "web" ? target.endpoint : target.token;
  const device = await upsertDevice(tx, {
    id: newId(),
    personId: person.id,
    signInId: person.signInId,
    confinedTo: person.confinedTo,
    type: target.type,
    name: body.name ?? null,
    fingerprint: vault.fingerprint(`${target.type} ${address}`),
    service: target.type === "web" ? new URL(target.endpoint).hostname : "Expo",
    target: vault.seal(JSON.stringify(target)),
    now,
  }).catch(
    whenViolated("devices_sign_in_id_fkey", () => refuse("unauthenticated", "this sign-in has ended")),
  );
  await deleteOldest(tx, person.id, mostDevices);
  return device;
}

/** The members that `deviceFaults` has found to be there. */
function targetOf({
  type,
  token = "",
  endpoint = "",
  keys = { p256dh: "", auth: "" },
}: RegisterDevice): PushTarget {
  return type === "expo" ? { type, token } : { type, endpoint, keys };
}
