import { useBlocker } from "@tanstack/react-router";
import { Button } from "#design/button.tsx";
import { Dialog } from "#design/dialog.tsx";
import { text as all } from "./text.ts";

const text = all.leave;

/** Nobody loses what they wrote by a press on a link, the back button or a closed tab without being asked. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <Dialog
      isOpen={status === "blocked"}
      isUrgent
      title={text.title}
      onClose={() => reset?.()}
      actions={
        <>
          <Button look="danger" onPress={() => proceed?.()}>
            {text.confirm}
          </Button>
          <Button look="primary" onPress={() => reset?.()}>
            {text.cancel}
          </Button>
        </>
      }
    >
      <p>{text.detail}</p>
    </Dialog>
  );
}
