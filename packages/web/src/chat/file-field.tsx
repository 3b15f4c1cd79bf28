/** @jsxImportSource preact */
import { useId, useState } from "preact/hooks";
import type { Labels } from "./control.tsx";
import { Icon } from "./icon.tsx";
import type { Question } from "./session.ts";
import { useChat } from "./surroundings.ts";

/** A file of the reader's; on a phone, a photo as well. */
export function FileField({ question, labels }: { question: Question; labels: Labels }) {
  const { texts, language, files } = useChat();
  const [file, setFile] = useState<File | null>(null);
  const id = useId();
  return (
    <div class="file">
      <input
        id={id}
        type="file"
        name="answer"
        accept={files.accept}
        class="visually-hidden"
        aria-labelledby={`${labels.labelledBy} ${id}-name`}
        aria-describedby={[labels.describedBy, `${id}-kinds`].filter(Boolean).join(" ")}
        aria-invalid={labels.isInvalid}
        onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)}
      />
      <label for={id} class="drop" id={`${id}-name`}>
        <Icon name="file" />
        {file ? (
          <span>
            <strong>{file.name}</strong> <span class="hint">{sizeText(file.size, language)}</span>
          </span>
        ) : (
          texts.chooseFile
        )}
      </label>
      <p class="hint" id={`${id}-kinds`}>
        {/* Where the question has help, that says what is wanted. */}
        {question.help ? texts.fileSize : texts.fileKinds}
      </p>
    </div>
  );
}

/** In the unit that leaves one to three digits before the point. */
function sizeText(bytes: number, language: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const options = {
    style: "unit",
    unit: units[step],
    unitDisplay: "short",
    maximumFractionDigits: 1,
  } as const;
  return new Intl.NumberFormat(language, options).format(bytes / 1000 ** step);
}
