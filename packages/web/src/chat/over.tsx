/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { View } from "./conversation.ts";
import { Icon, type IconName } from "./icon.tsx";
import { useChat } from "./surroundings.ts";

/** Why it cannot go on here. */
export function Over({ view }: { view: View }) {
  const { texts } = useChat();
  const isElsewhere = view.phase === "elsewhere";
  return isElsewhere ? (
    <Card icon="device" title={texts.elsewhere} detail={texts.elsewhereDetail}>
      <Reload label={texts.here} />
    </Card>
  ) : (
    <Card icon="warning" title={texts.lost} detail={texts.lostDetail}>
      <Reload label={texts.again} />
    </Card>
  );
}

const Reload = ({ label }: { label: string }) => (
  <button type="button" class="button primary" onClick={() => location.reload()}>
    {label}
  </button>
);

interface CardProps {
  icon: IconName;
  title: string;
  detail: string;
  children: ComponentChildren;
}

function Card({ icon, title, detail, children }: CardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another end, and has to be read.
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section class="card">
      <span class="seal" data-icon={icon}>
        <Icon name={icon} />
      </span>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p>{detail}</p>
      {children}
    </section>
  );
}
