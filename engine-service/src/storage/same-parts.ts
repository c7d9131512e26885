import { frozen } from "./frozen.ts";
import { isContainer } from "./language.ts";

/** Objects and lists that a part may consist of: a condition, a payout, but no payout group. */
const PARTS = 8;

/**
 * Holds once what stands in documents again and again: of 100,000 payout groups most conditions and payouts are equal to
 * those of some other.
 */
export class SameParts {
  private readonly known = new Map<string, object>();

  /** The value, frozen, with the small parts of its that are known already in place of equal ones. */
  of<T>(value: T): T {
    if (!isContainer(value)) return value;
    if (isSmall(value)) return this.held(value);
    if (Array.isArray(value)) return Object.freeze(value.map((element) => this.of(element))) as T;
    const copy: Record<string, unknown> = {};
    for (const [name, held] of Object.entries(value)) copy[name] = this.of(held);
    return Object.freeze(copy) as T;
  }

  forget(): void {
    this.known.clear();
  }

  private held<T extends object>(part: T): T {
    const key = JSON.stringify(part);
    const known = this.known.get(key);
    if (known !== undefined) return known as T;
    this.known.set(key, frozen(part));
    return part;
  }
}

const isSmall = (value: object): boolean => count(value, PARTS) <= PARTS;

function count(value: unknown, atMost: number): number {
  if (!isContainer(value)) return 0;
  let counted = 1;
  for (const held of Object.values(value)) {
    counted += count(held, atMost - counted);
    if (counted > atMost) break;
  }
  return counted;
}
