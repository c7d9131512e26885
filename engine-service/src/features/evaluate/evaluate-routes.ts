import { EvaluateRequest, readEvaluateRequest } from "@firstmatch/shared-types";
import { mediaType } from "../../http/body.ts";
import { clientOf } from "../../http/client.ts";
import { toProblem } from "../../http/error-answer.ts";
import { HTTP_LIMITS } from "../../http/limits.ts";
import { answerLines, type Line, readLine } from "../../http/ndjson.ts";
import { Problem } from "../../http/problem.ts";
import { accepted, jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { stillIn } from "../access/still-in.ts";
import { DecisionSchema } from "./decision-schema.ts";
import { decisionText } from "./decision-text.ts";
import { evaluateEvent } from "./evaluate-event.ts";
import { whenKnown } from "./when-known.ts";

const NDJSON = "application/x-ndjson";

export function evaluateRoutes(rooms: Rooms): Route[] {
  const one = route({
    method: "post",
    path: "/evaluate",
    access: "evaluate",
    tag: "Decisions",
    summary: "Decide an event by the published terms",
    description: `The terms that the member had when the event occurred decide, else the program's default terms. Without a partner, a coupon or promo code finds it; who may not be paid is rejected, and \`notes\` say why. Reads, decides, writes nothing. As ${NDJSON}: one event a line in, one decision or problem a line out, in order, as a stream.`,
    body: {
      ...jsonBody(EvaluateRequest, HTTP_LIMITS.event, readEvaluateRequest),
      example: { program: "acme", eventType: "sale", customerStatus: "New", orderTotal: "250.00", explain: true },
      alsoAs: { [NDJSON]: "One event a line" },
    },
    answers: { 200: { description: "The decision", schema: DecisionSchema } },
    problems: ["not-found", "never-published"],
    handle: ({ body }) =>
      whenKnown(evaluateEvent(rooms, body), (decision) => ({ status: 200, text: decisionText(decision) })),
  });
  return [
    {
      ...one,
      serve: (request, response, caller) =>
        mediaType(request) === NDJSON ? streamOf(rooms, one, request, response) : one.serve(request, response, caller),
    },
  ];
}

type Served = Parameters<Route["serve"]>;

const streamOf = (rooms: Rooms, route: Route, request: Served[0], response: Served[1]) => {
  if ((request.headers["content-encoding"] ?? "identity") !== "identity")
    throw new Problem("unsupported-type", `${NDJSON} is read uncompressed.`);
  const check = stillIn(rooms, route, clientOf(request));
  return answerLines(request, response, (line) => answerLine(rooms, line, check));
};

/** A bad line gets its problem, with its number; the others go on. */
function answerLine(rooms: Rooms, line: Line, check: () => void): string | Promise<string> {
  const refused = (error: unknown) => JSON.stringify({ ...toProblem(error, rooms.log).body(), line: line.number });
  try {
    check();
    if ("tooLong" in line) throw new Problem("too-large", `A line may have at most ${HTTP_LIMITS.event} bytes.`);
    const decision = evaluateEvent(rooms, accepted(readEvaluateRequest(readLine(line))));
    return decision instanceof Promise ? decision.then(decisionText).catch(refused) : decisionText(decision);
  } catch (error) {
    return refused(error);
  }
}
