import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { mayPass } from "../api/problem-error.ts";
import { askAheadFor } from "./ask-ahead.ts";
import { loadAhead } from "./load-ahead.ts";
import { routes } from "./routes.tsx";
import { cssVariables, theme } from "./theme.ts";

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The service may well run on this very machine: being offline is no reason to wait.
      networkMode: "always",
      // Asking again does not mend a refusal; only an outage may pass.
      retry: (failures, error) => failures < 2 && mayPass(error),
    },
    mutations: { networkMode: "always" },
  },
});

// First of all, or it would wait behind the code of the page. What fails is asked again, and told, by the page.
askAheadFor(window.location.pathname, routes, queryClient).catch(() => undefined);

const router = createBrowserRouter(routes);
loadAhead(routes);

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
