/** A key that a question's words suggest, and that no other has: "When would you move in?" is `whenWouldYouMoveIn`. */
export function suggestKey(label: string, taken: readonly string[]): string {
  const [first = "", ...rest] = plain(label)
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
  const joined =
    first.toLowerCase() + rest.map((word) => word[0]?.toUpperCase() + word.slice(1).toLowerCase()).join("");
  const start = joined.replace(/^[0-9]+/, "");
  const key = start === "" ? "question" : (start[0] ?? "").toLowerCase() + start.slice(1, 40);
  return unique(key, taken);
}

/** The address that a name suggests: "Tutor application" is `tutor-application`. */
export const suggestSlug = (name: string): string =>
  plain(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100);

/** Letters without what is above and below them. */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replaceAll("ß", "ss");

function unique(key: string, taken: readonly string[]): string {
  if (!taken.includes(key)) return key;
  let number = 2;
  while (taken.includes(`${key}${number}`)) number += 1;
  return `${key}${number}`;
}
