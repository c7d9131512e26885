import type { Draft } from "@firstmatch/shared-types";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { getDraft, saveDraft } from "../../api/drafts.ts";
import { getTerms } from "../../api/terms.ts";
import { ErrorPage } from "../../components/ErrorPage.tsx";
import { useLeaveGuard } from "../../components/LeaveGuard.tsx";
import { keepDraft } from "./keep-draft.ts";
import { DraftContext, useDraft } from "./use-draft.ts";

interface DraftProviderProps {
  program: string;
  terms: string;
  loading: ReactNode;
  children: ReactNode;
}

/** Loads the draft of terms and keeps it for all the pages below, so that what is unsaved survives a change of page. */
export function DraftProvider({ program, terms, loading, children }: DraftProviderProps) {
  const { data: draft, error } = useQuery({
    queryKey: ["draft", program, terms],
    queryFn: () => getDraft(program, terms),
    // From here on the keeper has it; a copy in the cache would only grow old.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (draft === undefined) return error ? <ErrorPage error={error} /> : loading;
  return (
    <LoadedDraft program={program} terms={terms} draft={draft}>
      {children}
    </LoadedDraft>
  );
}

interface LoadedDraftProps extends Omit<DraftProviderProps, "loading"> {
  draft: Draft;
}

const LOOK_EVERY_MS = 30_000;

function LoadedDraft({ program, terms, draft, children }: LoadedDraftProps) {
  const [keeper] = useState(() =>
    keepDraft(
      {
        load: () => getDraft(program, terms),
        save: (revision, document) => saveDraft(program, terms, revision, document),
        revision: async () => (await getTerms(program, terms)).draftRevision,
      },
      draft,
    ),
  );
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void keeper.look();
    };
    const retry = () => keeper.retry();
    const timer = setInterval(look, LOOK_EVERY_MS);
    window.addEventListener("focus", look);
    window.addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", look);
      window.removeEventListener("online", retry);
    };
  }, [keeper]);
  const place = useMemo(() => ({ program, terms, keeper }), [program, terms, keeper]);
  return (
    <DraftContext value={place}>
      <GuardUnsaved within={`/programs/${program}/terms/${terms}`} />
      {children}
    </DraftContext>
  );
}

function GuardUnsaved({ within }: { within: string }) {
  const { waiting } = useDraft();
  useLeaveGuard(
    waiting.length > 0,
    `Not saved yet: ${waiting.map(({ says }) => says).join("; ")}. It is lost when you leave.`,
    within,
  );
  return null;
}
