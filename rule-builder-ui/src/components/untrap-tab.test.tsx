import { MantineProvider, Modal } from "@mantine/core";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { DayInput } from "./DayInput.tsx";
import { MomentInput } from "./MomentInput.tsx";

const nothing = () => undefined;

describe("an input of a day or time, in a dialog", () => {
  it.each([
    ["a day", <DayInput key="" label="When" day="2026-11-20" onDay={nothing} />],
    ["a moment", <MomentInput key="" label="When" local="2026-11-20T08:00" onLocal={nothing} timezone="UTC" />],
  ])("is left with Tab for good, though the next Tab comes before anything else: %s", async (_, input) => {
    render(
      <MantineProvider env="test">
        <Modal opened onClose={nothing} title="Dialog">
          {input}
          <button type="button">Cancel</button>
          <button type="button">Save</button>
        </Modal>
      </MantineProvider>,
    );
    await aMomentLater();
    const field = screen.getByLabelText("When");
    field.focus();
    fireEvent.keyDown(field, { key: "Tab" });
    // Where the browser goes with this Tab and the next.
    screen.getByText("Cancel").focus();
    screen.getByText("Save").focus();
    await aMomentLater();
    expect(document.activeElement).toBe(screen.getByText("Save"));
  });
});

/** When everything that waits for its turn has had it. */
const aMomentLater = () => act(() => new Promise((done) => setTimeout(done, 20)));
