import { Button } from "#design/button.tsx";
import { Dialog } from "#design/dialog.tsx";
import { KeyList } from "#design/key-list.tsx";
import { Switch } from "#design/switch.tsx";
import styles from "./keys-dialog.module.css";
import { text as all } from "./text.ts";

const text = all.keys;

interface KeysDialogProps {
  isOpen: boolean;
  onClose: () => void;
  areOn: boolean;
  onChange: (areOn: boolean) => void;
}

/** Which keys do what, and whether they do. */
export function KeysDialog({ isOpen, onClose, areOn, onChange }: KeysDialogProps) {
  return (
    <Dialog
      title={text.title}
      isOpen={isOpen}
      onClose={onClose}
      actions={<Button onPress={onClose}>{text.close}</Button>}
    >
      <KeyList keys={text.list} />
      <p>{text.arrows}</p>
      <Switch isSelected={areOn} onChange={onChange}>
        {text.areOn}
      </Switch>
      <p className={styles.quiet}>{text.detail}</p>
    </Dialog>
  );
}
