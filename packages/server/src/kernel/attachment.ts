/**
 * The Content-Disposition of a file that browsers save rather than show, whatever its name: RFC 6266 with the extended
 * notation of RFC 8187, and with plain letters for programs that do not read that.
 */
export function attachment(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9 ._-]/g, "_");
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
