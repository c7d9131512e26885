import { MantineProvider, TextInput } from "@mantine/core";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { createMemoryRouter, RouterProvider, useNavigate } from "react-router";
import { describe, expect, it } from "vitest";
import { FormDialog } from "./FormDialog.tsx";
import { LeaveGuard } from "./LeaveGuard.tsx";
import { QuestionDialog } from "./QuestionDialog.tsx";

const QUESTION = "Discard what you typed?";

/** Asks for a name, sends it for ever, or until `answered`, and then leads on to another page. */
function Naming({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("Anna");
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  return (
    <>
      <FormDialog
        title="Rename"
        submit="Save"
        busy={busy}
        entered={[name]}
        onClose={onClose}
        onSubmit={() => setBusy(true)}
      >
        <TextInput label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      </FormDialog>
      <button type="button" onClick={() => navigate("/next")}>
        Answered
      </button>
    </>
  );
}

function opened() {
  const told = { closed: 0 };
  const close = () => {
    told.closed += 1;
  };
  const page = (
    <LeaveGuard>
      <Naming onClose={close} />
      <QuestionDialog />
    </LeaveGuard>
  );
  const router = createMemoryRouter([
    { path: "/", element: page },
    { path: "/next", element: "The next page" },
  ]);
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  );
  return told;
}

const type = (name: string) => fireEvent.change(screen.getByLabelText("Name"), { target: { value: name } });
const press = async (button: string) => {
  fireEvent.click(screen.getByText(button));
  await aMomentLater();
};
/** When everything that waits for its turn has had it. */
const aMomentLater = () => act(() => new Promise((done) => setTimeout(done, 20)));

describe("a dialog that asks for something", () => {
  it("closes at once while nothing was entered, and after what was entered is taken back", async () => {
    const told = opened();
    await press("Cancel");
    expect(told.closed).toBe(1);
    type("Bea");
    type("Anna");
    await press("Cancel");
    expect(told.closed).toBe(2);
    expect(screen.queryByText(QUESTION)).toBeNull();
  });

  it("asks before it throws away what was entered, and keeps it when told so", async () => {
    const told = opened();
    type("Bea");
    await press("Cancel");
    await screen.findByText(QUESTION);
    await press("Keep editing");
    expect(told.closed).toBe(0);
    expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Bea");
    await press("Cancel");
    await press("Discard");
    expect(told.closed).toBe(1);
  });

  it("asks before another page takes its place", async () => {
    opened();
    type("Bea");
    await press("Answered");
    await screen.findByText("Leave without saving?");
    expect(screen.queryByText("The next page")).toBeNull();
    await press("Leave");
    await screen.findByText("The next page");
  });

  it("asks nothing where the answer to what was sent leads on to another page", async () => {
    opened();
    type("Bea");
    await press("Save");
    await press("Answered");
    await screen.findByText("The next page");
  });
});
