import { LIMITS } from "@firstmatch/shared-types";
import { Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { faultsIn, isProblem } from "../../api/problem-error.ts";
import { publishDraft } from "../../api/versions.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { toInstant } from "../../components/local-time.ts";
import { shownMoment } from "../../components/Moment.tsx";
import { NowOrLater, type When } from "../../components/NowOrLater.tsx";
import { tell } from "../../components/tell.tsx";
import { useSession } from "../access/session.ts";
import { ChangeList } from "../terms/ChangeList.tsx";
import { NewerDraft } from "../terms/MovedOn.tsx";
import { useDraft, useDraftPlace } from "../terms/use-draft.ts";
import { isInForceLater } from "./in-force.ts";
import type { Differences } from "./use-differences.ts";
import { useForgetVersions } from "./version-queries.ts";

interface PublishDialogProps {
  differences: Differences | undefined;
  onClose: () => void;
}

/** What changes for partners, why, and from when. */
export function PublishDialog({ differences, onClose }: PublishDialogProps) {
  const { program, terms: id, keeper } = useDraftPlace();
  const { saved, mark, terms } = useDraft();
  const { signIn, caller } = useSession();
  // While there is no sign-in, the browser remembers who sits here.
  const [typedAuthor, setAuthor] = useLocalStorage({ key: "firstmatch-author", defaultValue: "" });
  const signedIn = signIn === "required" ? caller : null;
  const author = signedIn?.name ?? typedAuthor;
  const [note, setNote] = useState("");
  const [when, setWhen] = useState<When>("now");
  const [local, setLocal] = useState("");
  const forget = useForgetVersions(program, id);
  const publish = useMutation({
    mutationFn: () =>
      publishDraft(program, id, saved.revision, {
        author,
        note,
        ...(when === "later" && { inForceFrom: toInstant(local, terms.timezone) }),
      }),
    onSuccess: async (published) => {
      await forget();
      onClose();
      tell(
        isInForceLater(published)
          ? `Version ${published.version} is published, in force from ${shownMoment(published.inForceFrom, terms.timezone)}`
          : `Version ${published.version} is in force`,
      );
    },
    onError: (error) => {
      if (isProblem(error, 412)) void keeper.look();
    },
  });
  const faults = faultsIn(publish.error);
  const isStale = isProblem(publish.error, 412);
  const count = differences?.changes.length ?? 0;
  const since = differences?.since;
  return (
    <FormDialog
      title={`Publish version ${(since ?? 0) + 1}`}
      submit="Publish"
      size="lg"
      onClose={onClose}
      entered={[note, when, local]}
      onSubmit={() => publish.mutate()}
      busy={publish.isPending}
      disabled={mark !== "saved" || count === 0}
      error={isStale ? null : publish.error}
      shownAt={[
        "/note",
        ...(signedIn === null ? ["/author"] : []),
        ...(since !== undefined && when === "later" ? ["/inForceFrom"] : []),
      ]}
    >
      <Stack gap={6}>
        <Text size="sm" fw={500}>
          {since === undefined ? "The first version of these terms" : `What differs from version ${since}`}
        </Text>
        <ChangeList
          changes={differences?.changes ?? []}
          none={differences === undefined ? "Comparing…" : `Nothing differs from version ${since}.`}
        />
      </Stack>
      <Textarea
        label="Note"
        description="Why, for those who read the history later"
        data-autofocus
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LIMITS.noteLength}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={faultAt(faults, "/note")}
      />
      {signedIn === null && (
        <TextInput
          label="Your name"
          required
          value={author}
          onChange={(event) => setAuthor(event.currentTarget.value)}
          error={faultAt(faults, "/author")}
        />
      )}
      {/* The first one is not asked: it also covers all time before it. */}
      {since !== undefined && (
        <NowOrLater
          label="In force"
          laterLabel="In force from"
          timezone={terms.timezone}
          when={when}
          onWhen={setWhen}
          local={local}
          onLocal={setLocal}
          fault={faultAt(faults, "/inForceFrom")}
        />
      )}
      {mark === "moved-on" && <NewerDraft />}
      {(mark === "saving" || mark === "unsaved") && (
        <Text size="sm" c="dimmed" role="status">
          The draft can be published as soon as it is saved.
        </Text>
      )}
    </FormDialog>
  );
}
