/** Gives the reader a file of JSON, as a download. */
export function saveJson(name: string, content: unknown): void {
  const address = URL.createObjectURL(
    new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // At once would be before the browser has read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
