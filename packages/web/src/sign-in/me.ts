import { answerOf, Problem } from "@convene/sdk";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api.ts";

export type Me = NonNullable<Awaited<ReturnType<typeof askMe>>>;

/** Who is signed in, and in whose name; the data is null for nobody. */
export const useMe = () => useQuery({ queryKey: ["me"], queryFn: askMe });

/** Null for nobody: who is not signed in is answered 401. */
async function askMe() {
  try {
    return (await answerOf(api.GET("/api/me"))).data;
  } catch (fault) {
    if (fault instanceof Problem && fault.status === 401) return null;
    throw fault;
  }
}

/** Ends the sign-in of this browser; what the tab kept of it goes too. */
export async function signOut(): Promise<void> {
  await answerOf(api.POST("/api/auth/sign-out"));
  sessionStorage.clear();
}

/** Goes on in this organization's name, by this sign-in's cookie. */
export async function enterOrganization(organizationId: string): Promise<void> {
  await answerOf(api.POST("/api/auth/organization", { body: { organizationId } }));
}
