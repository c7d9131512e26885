import { isIPv6 } from "node:net";
import type { Clock } from "../clock.ts";

/** Failed attempts of one address until it is shut out, and for how long they count. */
export const FAILED_AT_MOST = 10;
export const COUNTED_FOR_MS = 60_000;

/** Addresses that are kept in mind; of more, the one that has been there longest is forgotten. */
const ADDRESSES = 10_000;

/** Counts wrong keys by address, in this process. */
export class FailedAttempts {
  private readonly now: Clock;
  private readonly counted = new Map<string, { times: number; until: number }>();

  constructor(now: Clock) {
    this.now = now;
  }

  failed(address: string): void {
    const network = networkOf(address);
    const known = this.current(network);
    if (known !== undefined) {
      known.times += 1;
      return;
    }
    this.counted.delete(network);
    const [oldest] = this.counted.keys();
    if (this.counted.size >= ADDRESSES && oldest !== undefined) this.counted.delete(oldest);
    this.counted.set(network, { times: 1, until: this.now().getTime() + COUNTED_FOR_MS });
  }

  /** Seconds for which the address is shut out; 0: it is not. */
  shutOutFor(address: string): number {
    const known = this.current(networkOf(address));
    if (known === undefined || known.times < FAILED_AT_MOST) return 0;
    return Math.ceil((known.until - this.now().getTime()) / 1_000);
  }

  private current(network: string) {
    const known = this.counted.get(network);
    return known !== undefined && known.until > this.now().getTime() ? known : undefined;
  }
}

/** A home or a host is given a whole /64 of IPv6, so changing within it makes nobody someone else. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const plain = address.replace(/%.*$/, "");
  if (!isIPv6(plain)) return address;
  const [head = "", tail] = plain.split("::");
  const groups = (text: string) => text.split(":").filter((group) => group !== "");
  const zeros = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array(zeros).fill("0"), ...groups(tail ?? "")];
  return `${all.slice(0, 4).join(":")}::/64`;
}
