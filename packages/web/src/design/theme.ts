/** `system`: as the device's settings say at any moment. */
const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** A cookie, so that the server writes the theme into the page and nothing is drawn in the wrong one first (http/web.ts). */
const cookieName = "convene_theme";

/** What was chosen on this device. */
export function chosenTheme(): Theme {
  const written = document.documentElement.dataset.theme;
  return themes.find((theme) => theme === written) ?? "system";
}

/** Shows the page in this theme, and remembers it on this device for a year. */
export function chooseTheme(theme: Theme): void {
  const age = theme === "system" ? 0 : 365 * 24 * 60 * 60;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${cookieName}=${theme}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
  document.documentElement.dataset.theme = theme;
  colourBar(theme);
}

/** The bar that phones draw around a page has the page's colour; which of the two metas counts, the media decide. */
export function colourBar(theme: Theme): void {
  const colours = { light: "#f3f5f7", dark: "#12161b" };
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const scheme = meta.media.includes("dark") ? "dark" : "light";
    meta.content = colours[theme === "system" ? scheme : theme];
  }
}
