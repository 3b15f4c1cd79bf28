import { useMutation } from "@tanstack/react-query";
import { announce } from "#design/announcer.tsx";
import { signOut } from "#sign-in/me.ts";
import { text } from "./text.ts";

/** Ends the sign-in of this browser; what was on the page goes with its document. */
export const useSignOut = () =>
  useMutation({
    mutationFn: signOut,
    onSuccess: () => location.assign("/sign-in"),
    onError: () => announce(text.signOutFailed, { tone: "bad" }),
  });
