import { createLink } from "@tanstack/react-router";
import { LinkButton } from "#design/link-button.tsx";

/** A `LinkButton` to another page of ours, which needs no new document. */
export const GoButton = createLink(LinkButton);
