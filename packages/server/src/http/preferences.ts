/** What a caller likes of Accept-Language or Accept-Encoding (RFC 9110, 12.4.2), best first, and in lower case; what they refuse is not there. */
export const preferences = (header: string | readonly string[] | undefined): string[] =>
  String(header ?? "")
    .slice(0, 1000)
    .split(",")
    .flatMap((item) => {
      const [, name, weight = "1"] =
        /^\s*([a-z0-9-]+)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i.exec(item) ?? [];
      return name === undefined || Number(weight) === 0 ? [] : [{ name, weight: Number(weight) }];
    })
    .sort((one, other) => other.weight - one.weight)
    .map(({ name }) => name.toLowerCase());
