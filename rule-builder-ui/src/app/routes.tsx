import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import { ProgramsPage } from "../features/programs/ProgramsPage.tsx";
import { Layout } from "./Layout.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { PageError } from "./PageError.tsx";

/** The component of that name in a page's file. All but the first page load when they are opened, so that one stays small. */
const the =
  <Name extends string>(name: Name) =>
  (file: Record<Name, ComponentType>) => ({ Component: file[name] });

/** What goes wrong in a page leaves what is around it as it is. */
const within = (children: RouteObject[]): RouteObject[] => [{ ErrorBoundary: PageError, children }];

const ofProgram: RouteObject[] = [
  { index: true, lazy: () => import("../features/programs/ProgramTerms.tsx").then(the("ProgramTerms")) },
  { path: "members", lazy: () => import("../features/members/MembersTab.tsx").then(the("MembersTab")) },
  { path: "conversions", lazy: () => import("../features/conversions/ConversionsTab.tsx").then(the("ConversionsTab")) },
  { path: "conversions/import", lazy: () => import("../features/imports/ImportPage.tsx").then(the("ImportPage")) },
  { path: "postback", lazy: () => import("../features/postback/PostbackPage.tsx").then(the("PostbackPage")) },
  { path: "report", lazy: () => import("../features/reports/ReportTab.tsx").then(the("ReportTab")) },
  { path: "customers", lazy: () => import("../features/customers/CustomersTab.tsx").then(the("CustomersTab")) },
  { path: "payouts", lazy: () => import("../features/payout-runs/PayoutsTab.tsx").then(the("PayoutsTab")) },
  { path: "payouts/:run", lazy: () => import("../features/payout-runs/PayoutRunPage.tsx").then(the("PayoutRunPage")) },
  { path: "bulk-edits", lazy: () => import("../features/bulk-edits/BulkEditsTab.tsx").then(the("BulkEditsTab")) },
  { path: "bulk-edits/:id", lazy: () => import("../features/bulk-edits/BulkEditPage.tsx").then(the("BulkEditPage")) },
  { path: "settings", lazy: () => import("../features/programs/ProgramSettings.tsx").then(the("ProgramSettings")) },
  { path: "history", lazy: () => import("../features/history/ProgramHistory.tsx").then(the("ProgramHistory")) },
];

const ofTerms: RouteObject[] = [
  { index: true, lazy: () => import("../features/event-types/FirstEventType.tsx").then(the("FirstEventType")) },
  {
    path: "events/:eventType",
    lazy: () => import("../features/event-types/EventTypePage.tsx").then(the("EventTypePage")),
  },
  { path: "versions", lazy: () => import("../features/versions/VersionsPage.tsx").then(the("VersionsPage")) },
  { path: "versions/:version", lazy: () => import("../features/versions/VersionPage.tsx").then(the("VersionPage")) },
];

const ofPartner: RouteObject[] = [
  { index: true, lazy: () => import("../features/partners/PartnerOverview.tsx").then(the("PartnerOverview")) },
  {
    path: "payouts",
    lazy: () => import("../features/partners/PayoutSettingsPage.tsx").then(the("PayoutSettingsPage")),
  },
  {
    path: "conversions",
    lazy: () => import("../features/conversions/PartnerConversions.tsx").then(the("PartnerConversions")),
  },
  { path: "report", lazy: () => import("../features/reports/PartnerReport.tsx").then(the("PartnerReport")) },
  { path: "history", lazy: () => import("../features/history/PartnerHistory.tsx").then(the("PartnerHistory")) },
];

const pages: RouteObject[] = [
  { index: true, Component: ProgramsPage },
  {
    path: "programs/:program",
    lazy: () => import("../features/programs/ProgramLayout.tsx").then(the("ProgramLayout")),
    children: within(ofProgram),
  },
  {
    path: "programs/:program/terms/:terms",
    lazy: () => import("../features/terms/TermsPage.tsx").then(the("TermsPage")),
    children: within(ofTerms),
  },
  { path: "partners", lazy: () => import("../features/partners/PartnersPage.tsx").then(the("PartnersPage")) },
  {
    path: "partners/:partner",
    lazy: () => import("../features/partners/PartnerLayout.tsx").then(the("PartnerLayout")),
    children: within(ofPartner),
  },
  { path: "history", lazy: () => import("../features/history/HistoryPage.tsx").then(the("HistoryPage")) },
  { path: "access", lazy: () => import("../features/access/AccessPage.tsx").then(the("AccessPage")) },
  { path: "*", Component: NotFoundPage },
];

export const routes: RouteObject[] = [
  { Component: Layout, ErrorBoundary: PageError, HydrateFallback: () => null, children: within(pages) },
];
