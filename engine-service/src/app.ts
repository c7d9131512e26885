import {
  BulkEdit,
  BulkEditPreview,
  CapUse,
  Click,
  Conversion,
  Customer,
  Draft,
  EvaluateRequest,
  HistoryEntry,
  ImportReport,
  IssuedKey,
  Key,
  Link,
  Member,
  OwnConversion,
  OwnReport,
  Partner,
  Payout,
  PayoutRun,
  PersonalPayout,
  Problem as ProblemSchema,
  Program,
  PromoCode,
  RefusedPostback,
  Report,
  Session,
  StoredPersonalPayout,
  Terms,
  TermsEvent,
  TermsSummary,
  Version,
  VersionSummary,
} from "@firstmatch/shared-types";
import express, { type Express } from "express";
import { z } from "zod";
import { door } from "./features/access/door.ts";
import { keyRoutes } from "./features/access/key-routes.ts";
import { ownNamesOnly } from "./features/access/own-names.ts";
import { sessionRoutes } from "./features/access/session-routes.ts";
import { bonusRoutes } from "./features/bonuses/bonus-routes.ts";
import { bulkEditRoutes } from "./features/bulk-edits/bulk-edit-routes.ts";
import { usageRoutes } from "./features/caps/usage-routes.ts";
import { clickRoutes } from "./features/clicks/click-routes.ts";
import { conversionListRoutes } from "./features/conversions/conversion-list-routes.ts";
import { conversionRoutes } from "./features/conversions/conversion-routes.ts";
import { handEntryRoutes } from "./features/conversions/hand-entry-routes.ts";
import { correctionRoutes } from "./features/corrections/correction-routes.ts";
import { customerRoutes } from "./features/customers/customer-routes.ts";
import { draftRoutes } from "./features/drafts/draft-routes.ts";
import { DecisionSchema } from "./features/evaluate/decision-schema.ts";
import { evaluateRoutes } from "./features/evaluate/evaluate-routes.ts";
import { factRoutes } from "./features/facts/fact-routes.ts";
import { healthRoutes } from "./features/health/health-routes.ts";
import { historyRoutes } from "./features/history/history-routes.ts";
import { importRoutes } from "./features/imports/import-routes.ts";
import { linkRoutes } from "./features/links/link-routes.ts";
import { memberRoutes } from "./features/members/member-routes.ts";
import { ownConversionRoutes } from "./features/own/own-conversion-routes.ts";
import { ownRoutes } from "./features/own/own-routes.ts";
import { partnerRoutes } from "./features/partners/partner-routes.ts";
import { payoutRunRoutes } from "./features/payout-runs/payout-run-routes.ts";
import { personalPayoutRoutes } from "./features/personal-payouts/personal-payout-routes.ts";
import { postbackRoutes } from "./features/postback/postback-routes.ts";
import { programRoutes } from "./features/programs/program-routes.ts";
import { promoCodeRoutes } from "./features/promo-codes/promo-code-routes.ts";
import { reportRoutes } from "./features/reports/report-routes.ts";
import { simulateRoutes } from "./features/simulate/simulate-routes.ts";
import { termsRoutes } from "./features/terms/terms-routes.ts";
import { versionRoutes } from "./features/versions/version-routes.ts";
import { mountDocs } from "./http/docs.ts";
import { errorAnswer } from "./http/error-answer.ts";
import { type OpenApi, openApi } from "./http/openapi.ts";
import { notFound } from "./http/problem.ts";
import { requestLog } from "./http/request-log.ts";
import { mount, type Route, route } from "./http/route.ts";
import { mountScreens } from "./http/screens.ts";
import { securityHeaders } from "./http/security-headers.ts";
import type { Rooms } from "./wire.ts";

/** The app, not listening. @param screens the folder of the built screens */
export function createApp(rooms: Rooms, screens: string): Express {
  const app = express();
  app.disable("x-powered-by");
  // ETags are revisions here, not hashes of the answer.
  app.disable("etag");
  const log = requestLog(rooms.log);
  const checkName = ownNamesOnly(rooms.access);
  // In one step, since each step of Express takes a microsecond.
  app.use((request, response, next) => {
    log(request, response);
    checkName(request);
    next();
  });
  mount(app, routesOf(rooms), door(rooms.access));
  app.use(securityHeaders);
  mountDocs(app);
  mountScreens(app, screens);
  app.use((request) => {
    throw notFound(`There is nothing at ${request.path}.`);
  });
  app.use(errorAnswer(rooms.log));
  return app;
}

/** Every route there is, the document about them among them. */
export function routesOf(rooms: Rooms): Route[] {
  const described: Route[] = [
    ...evaluateRoutes(rooms),
    ...simulateRoutes(rooms),
    ...conversionRoutes(rooms),
    ...postbackRoutes(rooms),
    ...correctionRoutes(rooms),
    ...payoutRunRoutes(rooms),
    ...bonusRoutes(rooms),
    ...handEntryRoutes(rooms),
    ...importRoutes(rooms),
    ...conversionListRoutes(rooms),
    ...reportRoutes(rooms),
    ...programRoutes(rooms),
    ...usageRoutes(rooms),
    ...customerRoutes(rooms),
    ...termsRoutes(rooms),
    ...draftRoutes(rooms),
    ...versionRoutes(rooms),
    ...personalPayoutRoutes(rooms),
    ...partnerRoutes(rooms),
    ...memberRoutes(rooms),
    ...promoCodeRoutes(rooms),
    ...linkRoutes(rooms),
    ...clickRoutes(rooms),
    ...bulkEditRoutes(rooms),
    ...sessionRoutes(rooms),
    ...keyRoutes(rooms),
    ...ownRoutes(rooms),
    ...ownConversionRoutes(rooms),
    ...historyRoutes(rooms),
    ...factRoutes(),
    ...healthRoutes(rooms),
  ];
  let document: OpenApi | undefined;
  const routes: Route[] = [
    ...described,
    route({
      method: "get",
      path: "/openapi.json",
      access: "public",
      tag: "Documentation",
      summary: "This document",
      answers: { 200: { description: "OpenAPI 3.1", schema: z.looseObject({}) } },
      handle: () => {
        document ??= openApi(routes, NAMED);
        return { status: 200, body: document };
      },
    }),
  ];
  return routes;
}

/** The schemas that the OpenAPI document gives a name. */
const NAMED = {
  BulkEdit,
  PayoutRun,
  ImportReport,
  BulkEditPreview,
  CapUse,
  Click,
  Conversion,
  Customer,
  Decision: DecisionSchema,
  Draft,
  EvaluateRequest,
  HistoryEntry,
  IssuedKey,
  Key,
  Member,
  OwnConversion,
  OwnReport,
  Partner,
  Payout,
  Link,
  PersonalPayout,
  Problem: ProblemSchema,
  Program,
  PromoCode,
  Report,
  RefusedPostback,
  Session,
  StoredPersonalPayout,
  Terms,
  TermsEvent,
  TermsSummary,
  Version,
  VersionSummary,
};
