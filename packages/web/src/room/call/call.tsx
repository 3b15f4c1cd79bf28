import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { announce } from "#design/announcer.tsx";
import { Hidden } from "#design/hidden.tsx";
import { clock } from "../arrival/when.ts";
import type { RoomDetails } from "../entry.ts";
import { useRoomTools, useRoomView } from "../use-room.ts";
import { useViewHeading } from "../view-heading.ts";
import { announcementOf } from "./announcements.ts";
import { Banners } from "./banners.tsx";
import styles from "./call.module.css";
import { useCallActions } from "./call-actions.ts";
import { Chat } from "./chat.tsx";
import { ControlBar, type Panel } from "./control-bar.tsx";
import { EndForAll, Settings, ShortcutHelp } from "./dialogs.tsx";
import { Floating } from "./floating.tsx";
import { People } from "./people.tsx";
import { Asking, Consent, OnAir, useElapsed } from "./recording.tsx";
import { SidePanel } from "./side-panel.tsx";
import { Sounds } from "./sounds.tsx";
import { Stage } from "./stage.tsx";
import { text } from "./text.ts";
import { useShortcuts } from "./use-shortcuts.ts";

type Open = "settings" | "shortcuts" | "end" | null;

/** One is in the room. */
export function Call({ details }: { details: RoomDetails }) {
  const actions = useCallActions();
  const [open, setOpen] = useState<Open>(null);
  const bar = useRef<HTMLDivElement>(null);
  const { panel, toggle } = usePanel(bar);
  useAnnouncements();
  useShortcuts({
    m: actions.toggleMicrophone,
    v: actions.toggleCamera,
    h: actions.toggleHand,
    c: () => toggle("chat"),
    "?": () => setOpen("shortcuts"),
  });
  const close = () => setOpen(null);
  return (
    <div className={styles.call}>
      <Head title={details.title} />
      <main className={styles.middle} aria-label={text.call}>
        <div className={styles.theatre}>
          <Banners actions={actions} isPeopleOpen={panel === "people"} onPeople={() => toggle("people")} />
          <Asking onCancel={() => actions.record(false)} />
          <Sounds />
          <Stage />
          <Floating />
        </div>
      </main>
      {panel && (
        <SidePanel title={panel === "chat" ? text.chat : text.panel.people} onClose={() => toggle(panel)}>
          {panel === "chat" ? <Chat /> : <People />}
        </SidePanel>
      )}
      <div ref={bar} className={styles.bar}>
        <ControlBar
          panel={panel}
          onPanel={toggle}
          onSettings={() => setOpen("settings")}
          onShortcuts={() => setOpen("shortcuts")}
          onEnd={() => setOpen("end")}
        />
      </div>
      <Consent />
      <Settings isOpen={open === "settings"} onClose={close} />
      <ShortcutHelp isOpen={open === "shortcuts"} onClose={close} />
      <EndForAll isOpen={open === "end"} onClose={close} onEnd={actions.end} />
    </div>
  );
}

function Head({ title }: { title: string }) {
  const { beganAt } = useRoomView().room;
  const seconds = useElapsed(beganAt);
  const heading = useViewHeading();
  return (
    <header className={styles.head}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {beganAt !== null && (
        <p className={styles.time}>
          <Hidden>{text.elapsed} </Hidden>
          {clock(seconds)}
        </p>
      )}
      <OnAir />
    </header>
  );
}

/** One panel at a time. When it closes, the focus goes back to the bar: what had it is gone. */
function usePanel(bar: RefObject<HTMLElement | null>): {
  panel: Panel | null;
  toggle: (panel: Panel) => void;
} {
  const [panel, setPanel] = useState<Panel | null>(null);
  const last = useRef<Panel | null>(null);
  useEffect(() => {
    const hadFocus = document.activeElement === document.body;
    if (last.current && !panel && hadFocus) bar.current?.querySelector("button")?.focus();
    last.current = panel;
  }, [panel, bar]);
  const toggle = useCallback((wanted: Panel) => setPanel((now) => (now === wanted ? null : wanted)), []);
  return { panel, toggle };
}

/** Says what happens, for those who do not see it and those who look elsewhere. */
function useAnnouncements(): void {
  const { room } = useRoomTools();
  useEffect(
    () =>
      room.on("heard", ({ message, before }) => {
        const said = announcementOf(message, before);
        if (said) announce(said.text, said);
      }),
    [room],
  );
}
