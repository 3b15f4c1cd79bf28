import { render } from "preact";

/**
 * Puts the server's own page of the end in place of the chat, so that it reads the same now and after a reload. Where
 * it cannot be had like this, the page is loaded anew.
 */
export async function showEnd(main: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const ending = page.querySelector("main");
    if (!answer.ok || !ending) throw new Error("no page of the end");
    render(null, main);
    main.className = ending.className;
    main.replaceChildren(...ending.childNodes);
    document.title = page.title;
  } catch {
    location.reload();
    return;
  }
  scrollTo({ top: 0, behavior: "instant" });
  // How it ended stands below the questionnaire's name.
  const heading = main.querySelector<HTMLElement>("h2") ?? main.querySelector<HTMLElement>("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
}
