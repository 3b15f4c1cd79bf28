import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { shortMoment } from "#console/moments.ts";
import { FactList } from "#design/fact-list.tsx";
import { nameOf } from "./contact.ts";
import type { QueueItem } from "./queue.ts";
import { text as all } from "./text.ts";

const text = all.facts;

/** Where it comes from, and how its prospect is reached. */
export function Facts({ item }: { item: QueueItem }) {
  const { contact } = item;
  const facts: [name: string, value: ReactNode][] = [
    [text.template, item.templateName],
    [
      text.contact,
      <Link key="contact" to="/contacts/$id" params={{ id: contact.id }}>
        {nameOf(item)}
      </Link>,
    ],
  ];
  if (contact.email)
    facts.push([
      text.email,
      <a key="email" href={`mailto:${contact.email}`}>
        {contact.email}
      </a>,
    ]);
  if (contact.phone)
    facts.push([
      text.phone,
      <a key="phone" href={`tel:${contact.phone.replace(/[^+0-9]/g, "")}`}>
        {contact.phone}
      </a>,
    ]);
  facts.push([text.began, <Moment key="began" at={item.createdAt} />]);
  if (item.waitingSince) facts.push([text.finished, <Moment key="finished" at={item.waitingSince} />]);
  if (item.reviewedAt === null) facts.push([text.expires, <Moment key="expires" at={item.expiresAt} />]);
  return <FactList facts={facts} />;
}

const Moment = ({ at }: { at: string }) => <time dateTime={at}>{shortMoment(at)}</time>;
