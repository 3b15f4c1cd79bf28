import { Button } from "#design/button.tsx";
import { Spinner } from "#design/spinner.tsx";
import { ArrivalPage } from "../arrival/arrival.tsx";
import { DeviceSwitch } from "../check/device-switch.tsx";
import type { RoomDetails } from "../entry.ts";
import { useMedia, useRoomTools, useRoomView } from "../use-room.ts";
import { useViewHeading } from "../view-heading.ts";
import styles from "./lobby.module.css";
import { lobbyText, text } from "./text.ts";

/** One waits: for a host, for the beginning, for one's turn, or for the line itself. */
export function Lobby({ details }: { details: RoomDetails }) {
  const { room } = useRoomTools();
  const media = useMedia();
  const { link, lobby } = useRoomView().room;
  const { title, advice } = link === "cut" ? text.cut : lobby ? lobbyText(lobby) : text.connecting;
  const heading = useViewHeading();
  const hasDevices = details.you.role !== "viewer" && details.provider === "built_in";
  return (
    <ArrivalPage details={details}>
      <section className={styles.waiting}>
        <Spinner label={null} isLarge />
        <div role="status" className={styles.words}>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <p>{advice}</p>
        </div>
        {hasDevices && (
          <fieldset className={styles.switches}>
            <legend>{text.yours}</legend>
            <DeviceSwitch capture={media.microphone} />
            <DeviceSwitch capture={media.camera} />
          </fieldset>
        )}
        <Button look="quiet" onPress={() => room.leave()}>
          {text.leave}
        </Button>
      </section>
    </ArrivalPage>
  );
}
