import { MantineProvider } from "@mantine/core";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TypedFilter } from "./TypedFilter.tsx";

const filter = (value: string, onTyped: (text: string) => void) => (
  <MantineProvider>
    <TypedFilter label="Search" placeholder="Name" width="100%" value={value} onTyped={onTyped} />
  </MantineProvider>
);

const field = () => screen.getByRole<HTMLInputElement>("searchbox", { name: "Search" });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const pause = () => act(() => vi.advanceTimersByTimeAsync(300));

describe("a text that a list is filtered by", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("asks once the typing pauses, for the text without the space around it", async () => {
    const onTyped = vi.fn();
    render(filter("", onTyped));
    type("an");
    type(" anna ");
    expect(onTyped).not.toHaveBeenCalled();
    await pause();
    expect(onTyped.mock.calls).toEqual([["anna"]]);
  });

  it("asks at once when the field is left, and not once more later", async () => {
    const onTyped = vi.fn();
    render(filter("", onTyped));
    type("anna");
    fireEvent.blur(field());
    expect(onTyped.mock.calls).toEqual([["anna"]]);
    await pause();
    fireEvent.blur(field());
    expect(onTyped).toHaveBeenCalledTimes(1);
  });

  it("keeps what is being typed when what was asked for comes back late", async () => {
    const onTyped = vi.fn();
    const { rerender } = render(filter("", onTyped));
    type("an");
    await pause();
    rerender(filter("", onTyped));
    expect(field().value).toBe("an");
    type("anna");
    rerender(filter("an", onTyped));
    expect(field().value).toBe("anna");
  });

  it("takes over what was changed elsewhere", async () => {
    const onTyped = vi.fn();
    const { rerender } = render(filter("anna", onTyped));
    rerender(filter("", onTyped));
    expect(field().value).toBe("");
    await pause();
    expect(onTyped).not.toHaveBeenCalled();
  });
});
