import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
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

export const router = createRouter({
  routeTree: root.addChildren([session, zoomMeeting, signIn]),
  defaultPendingComponent: Loading,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
