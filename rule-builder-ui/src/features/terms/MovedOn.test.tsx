import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { ProblemError } from "../../api/problem-error.ts";
import { moveGroup } from "../payout-groups/group-changes.ts";
import { keepDraft } from "./keep-draft.ts";
import { MovedOn } from "./MovedOn.tsx";
import { draft, group, groupIds, sale, terms } from "./terms.sample.ts";
import { DraftContext } from "./use-draft.ts";

const theirs = draft(2, terms(sale([group("a"), group("b", { name: "Renamed by Ben" }), group("c")])));

const stale = () => {
  const saved: string[] = [];
  const keeper = keepDraft(
    {
      load: async () => theirs,
      revision: async () => theirs.revision,
      save: async (revision, document) => {
        if (revision < theirs.revision)
          throw new ProblemError({
            type: "/problems/stale",
            title: "Stale",
            status: 412,
            detail: "It has moved on.",
            errors: [],
          });
        saved.push(groupIds(document));
        return draft(revision + 1, document);
      },
    },
    draft(1),
  );
  render(
    <MantineProvider env="test">
      <DraftContext value={{ program: "acme", terms: "standard", keeper }}>
        <MovedOn />
      </DraftContext>
    </MantineProvider>,
  );
  return { keeper, saved };
};

const title = "The draft has moved on since you opened it";

describe("a draft that somebody else has changed", () => {
  it("asks what becomes of the change made here, and tells theirs in a sentence", async () => {
    const { keeper } = stale();
    void keeper.change(moveGroup("sale", group("c"), 1));
    const dialog = await screen.findByRole("dialog", { name: title });
    expect(within(dialog).getByText(/Group “Renamed by Ben”: the name was “Group b”/)).toBeVisible();
    expect(within(dialog).getByText("move Group c to rank 1")).toBeVisible();
  });

  it("makes the change again on theirs when that is chosen", async () => {
    const { keeper, saved } = stale();
    const answer = keeper.change(moveGroup("sale", group("c"), 1));
    await userEvent.click(await screen.findByRole("button", { name: "Apply my change again" }));
    expect([await answer, saved]).toEqual([[], ["c a b"]]);
  });

  it("is only told, with a button to load it, when nothing was changed here", async () => {
    const { keeper } = stale();
    await keeper.look();
    expect(await screen.findByRole("alert", { name: title })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Reload" }));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(keeper.state().saved.revision).toBe(2);
  });
});
