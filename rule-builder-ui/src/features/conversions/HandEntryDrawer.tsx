import type { Program, TermsSummary } from "@firstmatch/shared-types";
import { Skeleton } from "@mantine/core";
import { EditorDrawer } from "../../components/EditorDrawer.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { useTermsList } from "../terms/terms-queries.ts";
import { useVersion } from "../versions/version-queries.ts";
import { HandEntryForm, type HandEntryFormProps } from "./HandEntryForm.tsx";

interface HandEntryDrawerProps {
  program: Program;
  /** @param recorded the id of what was entered; undefined when nothing was */
  onClose: (recorded?: string) => void;
}

/** Enters a conversion by hand: the facts as they are tried in the rule tester, decided and recorded by the service. */
export function HandEntryDrawer({ program, onClose }: HandEntryDrawerProps) {
  const { items, error, isPending } = useTermsList(program.id);
  const published = items.filter(({ latest }) => latest !== null);
  const first = published.find(({ isDefault }) => isDefault) ?? published[0];
  return (
    <EditorDrawer title="Add conversion" adds onClose={() => onClose()}>
      {(editor) => (
        <>
          <ErrorAlert error={error} />
          {isPending && <Skeleton height={240} />}
          {!isPending && !error && first === undefined && (
            <EmptyState title="Nothing is published yet" order={4}>
              A conversion is decided by the terms in force when it occurred. Publish the terms of this program first.
            </EmptyState>
          )}
          {first && (
            <Fitted
              first={first}
              {...{ program, published }}
              onRecorded={onClose}
              onDirtyChange={editor.onDirtyChange}
              onCancel={editor.onCancel}
            />
          )}
        </>
      )}
    </EditorDrawer>
  );
}

interface FittedProps extends Omit<HandEntryFormProps, "document"> {
  /** The terms that the form is fitted to, as long as the partner's own are not known. */
  first: TermsSummary;
}

function Fitted({ first, ...props }: FittedProps) {
  const { data: version, error } = useVersion(first.program, first.id, first.latest?.version);
  if (version === undefined) return error ? <ErrorAlert error={error} /> : <Skeleton height={240} />;
  return <HandEntryForm {...props} document={version.terms} />;
}
