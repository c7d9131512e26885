/** What other programs may use of the engine: the pure decision, and its rules for the stock json-rules-engine. */
export { compileTerms } from "./domain/compile-terms.ts";
export { type Decided, decide, type Question } from "./domain/decide.ts";
export { stockFacts, stockOperators, stockRules } from "./domain/stock-rules.ts";
