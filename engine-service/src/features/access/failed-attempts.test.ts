import { describe, expect, it } from "vitest";
import { TestClock } from "../../testing/test-service.ts";
import { COUNTED_FOR_MS, FAILED_AT_MOST, FailedAttempts, networkOf } from "./failed-attempts.ts";

describe("failed attempts", () => {
  const fail = (attempts: FailedAttempts, address: string, times: number) => {
    for (let at = 0; at < times; at++) attempts.failed(address);
  };

  it("are counted from the first one on, for each address by itself", () => {
    const clock = new TestClock();
    const attempts = new FailedAttempts(clock.now);
    fail(attempts, "192.0.2.1", FAILED_AT_MOST - 1);
    expect(attempts.shutOutFor("192.0.2.1")).toBe(0);
    clock.advance(COUNTED_FOR_MS - 1);
    attempts.failed("192.0.2.1");
    expect([attempts.shutOutFor("192.0.2.1"), attempts.shutOutFor("192.0.2.2")]).toEqual([1, 0]);
    clock.advance(1);
    expect(attempts.shutOutFor("192.0.2.1")).toBe(0);
    fail(attempts, "192.0.2.1", FAILED_AT_MOST);
    expect(attempts.shutOutFor("192.0.2.1")).toBe(COUNTED_FOR_MS / 1_000);
  });

  it("of ten thousand addresses are kept in mind, the oldest forgotten first", () => {
    const attempts = new FailedAttempts(new TestClock().now);
    const address = (at: number) => `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
    for (let at = 0; at <= 10_000; at++) fail(attempts, address(at), FAILED_AT_MOST);
    expect([0, 1, 10_000].map((at) => attempts.shutOutFor(address(at)))).toEqual([0, 60, 60]);
  });

  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", ""],
  ])("from %j count as from %j", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
