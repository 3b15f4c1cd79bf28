/** @jsxImportSource preact */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useChat } from "./surroundings.ts";

interface Props {
  url: string;
  /** Of what is shared. */
  title: string;
  onClose(): void;
}

/** The link with which the conversation goes on elsewhere, and what it is good for. */
export function ContinueDialog({ url, title, onClose }: Props) {
  const { texts } = useChat();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const copy = async () => {
    field.current?.select();
    // Where the page came over plain http there is no clipboard, and the link is selected to be copied by hand.
    await navigator.clipboard?.writeText(url).then(
      () => setCopied(true),
      () => {},
    );
  };
  // Closed without sharing is no fault.
  const share = () => void navigator.share({ title, url }).catch(() => {});
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <h2 id={`${id}-title`}>{texts.continueTitle}</h2>
      <p>{texts.continueDetail}</p>
      <label class="field">
        <span class="visually-hidden">{texts.link}</span>
        <input
          ref={field}
          class="input"
          readOnly
          value={url}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => void copy()}>
          {isCopied ? texts.copied : texts.copy}
        </button>
        {"share" in navigator && (
          <button type="button" class="button" onClick={share}>
            {texts.share}
          </button>
        )}
        <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
          {texts.close}
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {isCopied && texts.copied}
      </p>
    </dialog>
  );
}
