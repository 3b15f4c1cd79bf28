/** The language of a session when none was asked for. */
export const defaultLanguage = "en-US";

const named = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/**
 * The first language of a list such as `es-MX, en` or `Spanish, English` as a BCP 47 tag (RFC 5646); null when it
 * is neither a tag nor the English name of a language that has a two-letter code (ISO 639-1).
 */
export function firstLanguage(languages: string): string | null {
  const first = languages.split(/[,;]/, 1)[0]?.trim() ?? "";
  return tagNamed(first.toLowerCase()) ?? canonicalTag(first);
}

function canonicalTag(text: string): string | null {
  try {
    const tag = Intl.getCanonicalLocales(text)[0];
    return tag && named.of(tag) !== undefined ? tag : null;
  } catch {
    return null;
  }
}

let tags: Map<string, string> | undefined;

/** Made when it is first asked for: looking up all names takes some milliseconds. */
function tagNamed(name: string): string | undefined {
  tags ??= new Map(
    twoLetterCodes().flatMap((code): [string, string][] => {
      const languageName = named.of(code)?.toLowerCase();
      return languageName === undefined ? [] : [[languageName, code]];
    }),
  );
  return tags.get(name);
}

function twoLetterCodes(): string[] {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  // Deprecated codes such as `iw` would stand for a name that the present one (`he`) has as well.
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => Intl.getCanonicalLocales(code)[0] === code);
}
