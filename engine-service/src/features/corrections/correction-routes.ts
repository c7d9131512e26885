import { RejectConversion, ReverseConversion } from "@firstmatch/shared-types";
import { etag } from "../../http/problem.ts";
import { type Answer, jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { ConversionDetailsSchema } from "../conversions/conversion-details-schema.ts";
import { conversionDetails } from "../conversions/print-conversion.ts";
import { approveConversion } from "./approve-conversion.ts";
import type { Kept } from "./correction.ts";
import { rejectConversion } from "./reject-conversion.ts";
import { reverseConversion } from "./reverse-conversion.ts";

const ONE = "/api/programs/{program}/conversions/{conversion}";

const spec = {
  method: "post",
  access: "correct",
  tag: "Conversions",
  ifMatch: true,
  answers: {
    200: { description: "The conversion as it is now", schema: ConversionDetailsSchema, headers: ["ETag"] },
  },
  problems: ["not-found", "conflict"],
} as const;

const LEDGER =
  "The ledger gets an entry of its own, at the rate that was frozen with the decision; what was used up of caps, lifetime orders and sums follows.";

export const correctionRoutes = (rooms: Rooms): Route[] => {
  const answer = async (corrected: Kept): Promise<Answer> => ({
    status: 200,
    body: await conversionDetails(rooms, corrected),
    headers: { ETag: etag(corrected.revision) },
  });
  return [
    route({
      ...spec,
      path: `${ONE}/approve`,
      summary: "Make a pending conversion payable at once",
      handle: async ({ params, revision, caller }) =>
        answer(await approveConversion(rooms, { ...params, revision }, { by: caller })),
    }),
    route({
      ...spec,
      path: `${ONE}/reject`,
      summary: "Reject a conversion, with a reason",
      description: `All that is left of it is taken back. ${LEDGER}`,
      body: { ...jsonBody(RejectConversion), example: { reason: "Bought by the partner itself" } },
      handle: async ({ params, revision, body, caller }) =>
        answer(await rejectConversion(rooms, { ...params, revision }, body, { by: caller })),
    }),
    route({
      ...spec,
      path: `${ONE}/reverse`,
      summary: "Reverse a conversion, whole or in part",
      description: `Whole without amount and items. \`amount\`: of the sale, in major units of the program's currency. \`items\`: by index, from 0. What was paid already lowers the partner's next payout. ${LEDGER}`,
      body: { ...jsonBody(ReverseConversion), example: { amount: "40.00", reason: "One pair sent back" } },
      handle: async ({ params, revision, body, caller }) =>
        answer(await reverseConversion(rooms, { ...params, revision }, body, { by: caller })),
    }),
  ];
};
