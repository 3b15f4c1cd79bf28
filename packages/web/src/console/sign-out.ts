import { useMutation } from "@tanstack/react-query";
import { announce } from "#design/announcer.tsx";
import { api } from "../api.ts";
import { text } from "./text.ts";

/** Ends the sign-in of this browser; what was on the page goes with its document. */
export const useSignOut = () =>
  useMutation({
    mutationFn: () => api.POST("/api/auth/sign-out"),
    onSuccess: () => location.assign("/sign-in"),
    onError: () => announce(text.signOutFailed, { tone: "bad" }),
  });
