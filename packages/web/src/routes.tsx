import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { reviewSearch } from "#review/search.ts";
import { ownPath } from "#sign-in/own-path.ts";
import { Broken, Frame, Loading, NotFound } from "./frame.tsx";

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const sessionPage = lazyRouteComponent(() => import("./sessions.tsx"), "SessionPage");

const session = createRoute({
  getParentRoute: () => root,
  path: "/sessions/$id",
  component: sessionPage,
});

const zoomMeeting = createRoute({
  getParentRoute: () => root,
  path: "/sessions/$id/zoom_meeting",
  component: sessionPage,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: ({ to }: Record<string, unknown>) => ({ to: ownPath(to) }),
  component: lazyRouteComponent(() => import("#sign-in/index.tsx"), "SignInPage"),
});

/** Around the pages of whoever is signed in. */
const consoleFrame = createRoute({
  getParentRoute: () => root,
  id: "console",
  component: lazyRouteComponent(() => import("#console/frame.tsx"), "ConsoleFrame"),
});

const home = createRoute({
  getParentRoute: () => consoleFrame,
  path: "/",
  component: lazyRouteComponent(() => import("#console/home.tsx"), "HomePage"),
});

const templates = createRoute({
  getParentRoute: () => consoleFrame,
  path: "/templates",
  component: lazyRouteComponent(() => import("#templates/index.tsx"), "TemplatesPage"),
});

const template = createRoute({
  getParentRoute: () => consoleFrame,
  path: "/templates/$id",
  component: lazyRouteComponent(() => import("#templates/template-page.tsx"), "TemplatePage"),
});

const templateEditor = createRoute({
  getParentRoute: () => consoleFrame,
  path: "/templates/$id/edit",
  component: lazyRouteComponent(() => import("#templates/editor/index.tsx"), "TemplateEditorPage"),
});

const contacts = createRoute({
  getParentRoute: () => consoleFrame,
  path: "/contacts",
  component: lazyRouteComponent(() => import("#contacts/index.tsx"), "ContactsPage"),
});

const contact = createRoute({
  getParentRoute: () => consoleFrame,
  path: "/contacts/$id",
  component: lazyRouteComponent(() => import("#contacts/contact-page.tsx"), "ContactPage"),
});

const settings = createRoute({
  getParentRoute: () => consoleFrame,
  path: "/settings",
  component: lazyRouteComponent(() => import("#contacts/settings-page.tsx"), "SettingsPage"),
});

const review = createRoute({
  getParentRoute: () => consoleFrame,
  path: "/review",
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import("#review/index.tsx"), "ReviewPage"),
});

/** The same page: its list stays while one goes from session to session. */
const reviewed = createRoute({ getParentRoute: () => review, path: "$id" });

export const router = createRouter({
  routeTree: root.addChildren([
    ...[session, zoomMeeting, signIn],
    consoleFrame.addChildren([
      home,
      review.addChildren([reviewed]),
      templates,
      template,
      templateEditor,
      contacts,
      contact,
      settings,
    ]),
  ]),
  defaultPendingComponent: Loading,
  defaultErrorComponent: Broken,
  // The code of a page is on its way as soon as somebody is about to open it.
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
