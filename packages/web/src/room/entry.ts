import { answerOf, createApi, Problem, type paths } from "@convene/sdk";
import { type Ticket, TicketRefused } from "./client/connection.ts";

type Answer = paths["/api/rooms/{id}"]["get"]["responses"]["200"]["content"]["application/json"];

/** What the page knows of a session before anybody comes in. */
export type RoomDetails = Answer;

/** Who somebody is here: a member by the browser's cookie, or a guest by the token of their invitation. */
export interface Visitor {
  invitation: string | null;
  /** As a guest wants to be called; null for whom the session knows. */
  name: string | null;
}

const api = createApi();

/** Throws `Problem` and `Unreachable`. */
export function readRoom(id: string, invitation: string | null): Promise<RoomDetails> {
  const params = { path: { id } };
  return invitation === null
    ? answerOf(api.GET("/api/rooms/{id}", { params }))
    : answerOf(api.POST("/api/rooms/{id}/visit", { params, body: { invitation } }));
}

/** A ticket for one coming. Throws `TicketRefused` with the server's word, or `Unreachable`. */
export async function requestTicket(id: string, { invitation, name }: Visitor): Promise<Ticket> {
  const body = { ...(invitation !== null && { invitation }), ...(name !== null && { name }) };
  try {
    return await answerOf(api.POST("/api/rooms/{id}/tickets", { params: { path: { id } }, body }));
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault;
    throw new TicketRefused(fault.code, fault.message, fault.status === 429 || fault.status >= 500);
  }
}
