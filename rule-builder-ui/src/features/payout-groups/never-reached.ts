import {
  type ConditionNode,
  type Decimal,
  foldText,
  isLeaf,
  type PayoutGroup,
  readDecimal,
} from "@firstmatch/shared-types";

/** Beyond this many groups the hint is not worth the wait: every pair is looked at. */
const MOST_GROUPS = 2_000;

interface Above {
  rank: number;
  name: string;
}

interface Upper {
  above: Above;
  criteria: Criterion[];
}

/**
 * The groups that no conversion can reach, by id, with the group above that takes all of theirs. Only what is certain:
 * whatever meets the lower group's criteria meets each of the upper one's. A hint too few is better than a wrong one.
 */
export function neverReached(groups: readonly PayoutGroup[]): Map<string, Above> {
  const found = new Map<string, Above>();
  if (groups.length > MOST_GROUPS) return found;
  // By what a group has to ask for to be taken by them: a thousand groups make half a million pairs, and few of them meet.
  const uppers = new Map<string, Upper[]>();
  const under = (key: string) => uppers.get(key) ?? [];
  groups.forEach(({ id, name, enabled, conditions }, at) => {
    if (enabled === false) return;
    const criteria = conditions.all.map(criterionOf);
    const takers = new Set([ANYTHING, ...criteria.map(({ asks }) => asks)].flatMap(under));
    const [taker] = [...takers]
      .filter((upper) => takesAllOf(upper.criteria, criteria))
      .sort((a, b) => a.above.rank - b.above.rank);
    if (taker !== undefined) found.set(id, taker.above);
    const upper = { above: { rank: at + 1, name }, criteria };
    for (const key of rarest(criteria, (asked) => under(asked).length)) uppers.set(key, [...under(key), upper]);
  });
  return found;
}

/** Where those stand whose criteria are bounds alone. */
const ANYTHING = "";

/** The criterion that the fewest ask for, by what they ask. */
function rarest(criteria: readonly Criterion[], count: (asked: string) => number): readonly string[] {
  const known = criteria.flatMap(({ takes }) => (takes === undefined ? [] : [takes]));
  const total = (takes: readonly string[]) => takes.reduce((sum, asked) => sum + count(asked), 0);
  return known.sort((a, b) => total(a) - total(b))[0] ?? [ANYTHING];
}

const takesAllOf = (upper: readonly Criterion[], lower: readonly Criterion[]): boolean =>
  upper.every((wanted) => lower.some((given) => implies(given, wanted)));

/** A condition, read once for all its comparisons. */
interface Criterion {
  /** Equal for equal conditions. */
  text: string;
  /** One of what `takes` names in every criterion that this one implies, but for bounds. */
  asks: string;
  /** Not of a bound: what implies it may be any of so many numbers. */
  takes?: readonly string[];
  fact?: string;
  /** Of `is A or B`. */
  list?: ReadonlySet<string>;
  /** Of `is at least 200` and its like; `direction` 1 is upwards. */
  bound?: { direction: 1 | -1; inclusive: boolean; number: Decimal };
}

const BOUNDS: Record<string, { direction: 1 | -1; inclusive: boolean }> = {
  greaterThan: { direction: 1, inclusive: false },
  greaterThanInclusive: { direction: 1, inclusive: true },
  lessThan: { direction: -1, inclusive: false },
  lessThanInclusive: { direction: -1, inclusive: true },
};

function criterionOf(node: ConditionNode): Criterion {
  const text = JSON.stringify(node);
  if (!isLeaf(node)) return { text, asks: text, takes: [text] };
  const { fact, operator, value } = node;
  if (operator === "isAnyOf") {
    const list = new Set([value].flat().map((entry) => foldText(String(entry))));
    const takes = [...list].map((entry) => `${fact} ${entry}`);
    return { text, fact, list, asks: takes[0] ?? text, takes };
  }
  const [kind, number] = [BOUNDS[operator], readDecimal(value)];
  return kind === undefined || number === undefined
    ? { text, fact, asks: text, takes: [text] }
    : { text, fact, asks: text, bound: { ...kind, number } };
}

/** Whether everything that meets `given` meets `wanted` as well. */
function implies(given: Criterion, wanted: Criterion): boolean {
  if (given.text === wanted.text) return true;
  return (
    given.fact !== undefined &&
    given.fact === wanted.fact &&
    (narrowerList(given, wanted) || narrowerBound(given, wanted))
  );
}

/** `is A` implies `is A or B`. */
const narrowerList = (given: Criterion, wanted: Criterion): boolean =>
  given.list !== undefined && wanted.list !== undefined && [...given.list].every((value) => wanted.list?.has(value));

/** `is at least 300` implies `is at least 200`. */
function narrowerBound({ bound: narrow }: Criterion, { bound: wide }: Criterion): boolean {
  if (narrow === undefined || wide === undefined || narrow.direction !== wide.direction) return false;
  const beyond = narrow.number.comparedTo(wide.number) * narrow.direction;
  return beyond > 0 || (beyond === 0 && (wide.inclusive || !narrow.inclusive));
}
