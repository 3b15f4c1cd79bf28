import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import styles from "./dialog.module.css";

interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Escape, a press beside it, or one of its buttons. */
  onClose: () => void;
  /** It asks something that must be answered: neither Escape nor a press beside it closes it. */
  isUrgent?: boolean;
  children: ReactNode;
  /** Its buttons, the one that most people want last. */
  actions?: ReactNode;
}

/** Something to answer before going on. The focus stays in it, and returns when it closes. */
export function Dialog({ title, isOpen, onClose, isUrgent = false, children, actions }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.veil}
      isOpen={isOpen}
      isDismissable={!isUrgent}
      isKeyboardDismissDisabled={isUrgent}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={styles.modal}>
        <AriaDialog className={styles.dialog} role={isUrgent ? "alertdialog" : "dialog"}>
          <Heading slot="title" className={styles.title}>
            {title}
          </Heading>
          <div className={styles.content}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
