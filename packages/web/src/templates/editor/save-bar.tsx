import { GoButton } from "#console/go-button.tsx";
import { Button } from "#design/button.tsx";
import { Dialog } from "#design/dialog.tsx";
import styles from "./editor.module.css";
import { text as all } from "./text.ts";

const text = all.save;

interface SaveBarProps {
  templateId: string;
  isDirty: boolean;
  isPending: boolean;
  /** Somebody else saved since. */
  isStale: boolean;
  onSave: (force: boolean) => void;
  onBack: () => void;
}

/** Always in view: whether everything is saved, and saving it. */
export function SaveBar({ templateId, isDirty, isPending, isStale, onSave, onBack }: SaveBarProps) {
  return (
    <div className={styles.bar}>
      <p role="status">{isDirty ? text.dirty : text.clean}</p>
      <div className={styles.barActions}>
        <GoButton to="/templates/$id" params={{ id: templateId }}>
          {text.done}
        </GoButton>
        <Button look="primary" isDisabled={!isDirty} isPending={isPending} onPress={() => onSave(false)}>
          {text.save}
        </Button>
      </div>
      <Dialog
        isOpen={isStale}
        title={text.stale}
        onClose={onBack}
        actions={
          <>
            <Button onPress={onBack}>{text.back}</Button>
            <Button look="primary" isPending={isPending} onPress={() => onSave(true)}>
              {text.overwrite}
            </Button>
          </>
        }
      >
        <p>{text.staleDetail}</p>
      </Dialog>
    </div>
  );
}
