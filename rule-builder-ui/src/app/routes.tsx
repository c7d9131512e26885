import type { RouteObject } from "react-router";
import { Layout } from "./Layout.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { PageError } from "./PageError.tsx";

/** Pages load when they are first opened; the first page stays small. */
export const routes: RouteObject[] = [
  {
    Component: Layout,
    ErrorBoundary: PageError,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: PageError,
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import("../features/programs/ProgramsPage.tsx")).ProgramsPage }),
          },
          {
            path: "programs/:program",
            lazy: async () => ({ Component: (await import("../features/programs/ProgramLayout.tsx")).ProgramLayout }),
            children: [
              {
                ErrorBoundary: PageError,
                children: [
                  {
                    index: true,
                    lazy: async () => ({
                      Component: (await import("../features/programs/ProgramTerms.tsx")).ProgramTerms,
                    }),
                  },
                  {
                    path: "members",
                    lazy: async () => ({ Component: (await import("../features/members/MembersTab.tsx")).MembersTab }),
                  },
                  {
                    path: "bulk-edits",
                    lazy: async () => ({
                      Component: (await import("../features/bulk-edits/BulkEditsTab.tsx")).BulkEditsTab,
                    }),
                  },
                  {
                    path: "bulk-edits/:id",
                    lazy: async () => ({
                      Component: (await import("../features/bulk-edits/BulkEditPage.tsx")).BulkEditPage,
                    }),
                  },
                  {
                    path: "settings",
                    lazy: async () => ({
                      Component: (await import("../features/programs/ProgramSettings.tsx")).ProgramSettings,
                    }),
                  },
                  {
                    path: "history",
                    lazy: async () => ({
                      Component: (await import("../features/history/ProgramHistory.tsx")).ProgramHistory,
                    }),
                  },
                ],
              },
            ],
          },
          {
            path: "programs/:program/terms/:terms",
            lazy: async () => ({ Component: (await import("../features/terms/TermsPage.tsx")).TermsPage }),
            children: [
              {
                ErrorBoundary: PageError,
                children: [
                  {
                    index: true,
                    lazy: async () => ({
                      Component: (await import("../features/event-types/FirstEventType.tsx")).FirstEventType,
                    }),
                  },
                  {
                    path: "events/:eventType",
                    lazy: async () => ({
                      Component: (await import("../features/event-types/EventTypePage.tsx")).EventTypePage,
                    }),
                  },
                  {
                    path: "versions",
                    lazy: async () => ({
                      Component: (await import("../features/versions/VersionsPage.tsx")).VersionsPage,
                    }),
                  },
                  {
                    path: "versions/:version",
                    lazy: async () => ({
                      Component: (await import("../features/versions/VersionPage.tsx")).VersionPage,
                    }),
                  },
                ],
              },
            ],
          },
          {
            path: "partners",
            lazy: async () => ({ Component: (await import("../features/partners/PartnersPage.tsx")).PartnersPage }),
          },
          {
            path: "partners/:partner",
            lazy: async () => ({ Component: (await import("../features/partners/PartnerLayout.tsx")).PartnerLayout }),
            children: [
              {
                ErrorBoundary: PageError,
                children: [
                  {
                    index: true,
                    lazy: async () => ({
                      Component: (await import("../features/partners/PartnerOverview.tsx")).PartnerOverview,
                    }),
                  },
                  {
                    path: "payouts",
                    lazy: async () => ({
                      Component: (await import("../features/partners/PayoutSettingsPage.tsx")).PayoutSettingsPage,
                    }),
                  },
                  {
                    path: "history",
                    lazy: async () => ({
                      Component: (await import("../features/history/PartnerHistory.tsx")).PartnerHistory,
                    }),
                  },
                ],
              },
            ],
          },
          {
            path: "history",
            lazy: async () => ({ Component: (await import("../features/history/HistoryPage.tsx")).HistoryPage }),
          },
          {
            path: "access",
            lazy: async () => ({ Component: (await import("../features/access/AccessPage.tsx")).AccessPage }),
          },
          { path: "*", Component: NotFoundPage },
        ],
      },
    ],
  },
];
