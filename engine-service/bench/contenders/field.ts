import { closures, closuresReading } from "./closures.ts";
import type { ContenderName, Enter } from "./contender.ts";
import { firstmatch } from "./firstmatch.ts";
import { jsonLogicChain, jsonLogicFunctions } from "./json-logic-engine.ts";
import { jsonRulesEngine, jsonRulesEngineOrdered } from "./json-rules-engine.ts";
import { zenEngine, zenEngineAtOnce } from "./zen-engine.ts";

/** Who takes part. */
export const FIELD: Record<ContenderName, Enter> = {
  firstmatch,
  "json-rules-engine": jsonRulesEngine,
  "json-rules-engine, conditions ordered": jsonRulesEngineOrdered,
  "zen-engine": zenEngine,
  "zen-engine, 16 at once": zenEngineAtOnce,
  "json-logic-engine, functions": jsonLogicFunctions,
  "json-logic-engine, if-chain": jsonLogicChain,
  closures,
  "closures, reading the event": closuresReading,
};
