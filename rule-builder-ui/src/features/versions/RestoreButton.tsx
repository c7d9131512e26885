import { Button, VisuallyHidden } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { restoreDraft } from "../../api/drafts.ts";
import { isProblem } from "../../api/problem-error.ts";
import { ask } from "../../components/ask.ts";
import { tell, tellError } from "../../components/tell.tsx";
import { useMay } from "../access/session.ts";
import { useDraft, useDraftPlace } from "../terms/use-draft.ts";

/** Takes a published version back into the draft. */
export function RestoreButton({ version }: { version: number }) {
  const { program, terms, keeper } = useDraftPlace();
  const { saved, mark } = useDraft();
  const restore = useMutation({
    mutationFn: () => restoreDraft(program, terms, saved.revision, version),
    onSuccess: (draft) => {
      keeper.accept(draft);
      tell(`Version ${version} is in the draft; publish it to put it in force`);
    },
    onError: (error) =>
      isProblem(error, 412) ? keeper.look() : tellError(`Could not restore version ${version}`, error),
  });
  const confirm = async () => {
    const sure = await ask({
      title: `Restore version ${version}?`,
      text: `The draft becomes what version ${version} was; what stands in it now is replaced. Nothing is published by this.`,
      confirm: "Restore to the draft",
    });
    if (sure) restore.mutate();
  };
  if (!useMay("edit")) return null;
  return (
    <Button variant="default" size="xs" disabled={mark !== "saved"} loading={restore.isPending} onClick={confirm}>
      Restore to the draft<VisuallyHidden>: version {version}</VisuallyHidden>
    </Button>
  );
}
