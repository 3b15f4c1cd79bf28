/** The language of a session when none was asked for. */
const defaultLanguage = "en-US";

/** RFC 5646's own tag for a language that is not known. */
const undetermined = "und";

const named = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/**
 * The first language of a list such as `es-MX, en` or `Spanish, English` as a BCP 47 tag (RFC 5646): of a tag in
 * its usual case, also when written like `es_MX`, and of the English name of a language that has a two-letter code
 * (ISO 639-1), also with a region such as `English (US)`. `en-US` when there is none, `und` when it is not known.
 */
export function languageTag(languages: string): string {
  const first = languages.split(/[,;]/, 1)[0]?.trim() ?? "";
  if (first === "") return defaultLanguage;
  const [, name = first, region] = /^([^()]*[^() ]) *\(([^()]*)\)$/.exec(first) ?? [];
  const code = tagNamed(name.toLowerCase());
  if (code === undefined) return canonicalTag(first.replaceAll("_", "-")) ?? undetermined;
  // A region that is no code, as in `Spanish (Mexico)`, leaves the language.
  return (region && /^[A-Za-z]{2}$/.test(region) && canonicalTag(`${code}-${region}`)) || code;
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
