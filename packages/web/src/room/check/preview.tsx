import { useEffect, useRef } from "react";
import { Icon } from "#design/icon.tsx";
import { Spinner } from "#design/spinner.tsx";
import type { Capture } from "../client/capture.ts";
import styles from "./check.module.css";
import { text } from "./text.ts";

/** One's own picture before one comes in, mirrored as in a mirror. */
export function Preview({ camera }: { camera: Capture }) {
  const { isStarting } = camera.state;
  const { track } = camera;
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = track ? new MediaStream([track]) : null;
  }, [track]);
  return (
    <div className={styles.preview}>
      {track ? (
        <video
          ref={video}
          autoPlay
          muted
          playsInline
          aria-label={text.preview}
          data-mirrored={track.getSettings().facingMode !== "environment" || undefined}
        />
      ) : (
        <p className={styles.dark}>
          {isStarting ? (
            <Spinner label={text.cameraStarts} />
          ) : (
            <>
              <Icon name="camera-off" />
              {text.cameraIsOff}
            </>
          )}
        </p>
      )}
    </div>
  );
}
