import { createHash } from "node:crypto";
import { extname } from "node:path";
import { badInput } from "#kernel/errors.ts";

/** Bytes of one file, and of all files of a session. */
export const fileLimits = { each: 10 * 1024 * 1024, session: 30 * 1024 * 1024 } as const;

/** A file that may be stored: what it is, its bytes said. */
export interface CheckedFile {
  /** Clean, and with an extension of its type. */
  name: string;
  /** A media type. */
  type: string;
  content: Buffer;
  /** SHA-256. */
  digest: Buffer;
}

/**
 * What is taken, with the extensions that a name of it may have, the usual one first. Nothing that a browser would
 * run: neither HTML nor SVG.
 */
const types: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "application/pdf": [".pdf"],
  "image/jpeg": [".jpg", ".jpeg"],
  "image/png": [".png"],
  "image/webp": [".webp"],
  "image/heic": [".heic", ".heif"],
  "image/heif": [".heif", ".heic"],
  "text/plain": [".txt"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": [".docx"],
  "application/vnd.oasis.opendocument.text": [".odt"],
};

/** The same, as the `accept` of a form's field. */
export const acceptedFiles = Object.entries(types).flat(2).join(",");

/**
 * Looks at a file's bytes; what its sender says of its type counts for nothing. Refuses what is not taken, an empty one
 * too, with the fault at `/file`.
 */
export async function checkFile(name: string, content: Buffer): Promise<CheckedFile> {
  if (content.length === 0) throw refusedFile("is empty");
  // Read with the first file that a prospect sends.
  const { fileTypeFromBuffer } = await import("file-type");
  const type = (await fileTypeFromBuffer(content))?.mime ?? (isPlainText(content) ? "text/plain" : "unknown");
  const extensions = Object.hasOwn(types, type) ? types[type] : undefined;
  if (!extensions)
    throw refusedFile("must be a PDF, a picture (JPEG, PNG, WebP, HEIC), plain text, DOCX or ODT");
  const digest = createHash("sha256").update(content).digest();
  return { name: cleanFileName(name, extensions), type, content, digest };
}

export const refusedFile = (detail: string) => badInput("unprocessable", [{ pointer: "/file", detail }]);

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Whether it is text in UTF-8 that no program takes for anything else: markup begins with `<`. */
function isPlainText(content: Buffer): boolean {
  try {
    const text = utf8.decode(content);
    return !/[^\P{Cc}\t\n\f\r]/u.test(text) && !text.trimStart().startsWith("<");
  } catch {
    return false;
  }
}

/** Most characters of a name before its extension. */
const longestStem = 100;

/**
 * The last part of a path, without what cannot be seen (control and format characters, which may also turn the
 * direction of reading), and with an extension of the file's type, so that it opens as what it is.
 */
function cleanFileName(name: string, extensions: readonly [string, ...string[]]): string {
  const base = (name.toWellFormed().split(/[/\\]/).at(-1) ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu, "")
    .trim();
  const extension = extname(base).toLowerCase();
  const isRight = extensions.includes(extension);
  const stem = (isRight ? base.slice(0, -extension.length) : base).replace(/^\.+/, "");
  const short = [...stem].slice(0, longestStem).join("").trim() || "file";
  return `${short}${isRight ? extension : extensions[0]}`;
}
