import { Problem } from "@convene/sdk";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Announcer } from "#design/announcer.tsx";
import "#design/tokens.css";
import "#design/base.css";
import { chosenTheme, colourBar } from "#design/theme.ts";
import { router } from "./routes.tsx";

colourBar(chosenTheme());

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The client of the API has tried again already where nobody answered; what is refused stays refused.
      retry: (failures, fault) => failures < 2 && fault instanceof Problem && fault.status >= 500,
      staleTime: 10_000,
    },
  },
});

const place = document.getElementById("app");
if (!place) throw new Error("index.html has no place for the page");
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Announcer />
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
