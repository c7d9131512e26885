import { type Draft, type Fault, type Terms, termsChanges } from "@firstmatch/shared-types";
import { replaceEqualDeep } from "@tanstack/react-query";
import { faultsOrMessage, isProblem, mayPass } from "../../api/problem-error.ts";

/** One change to the draft. A function of the document, so that it can be made again on a newer one. */
export interface Change {
  /** What it does, for when it has to be talked about: "move Facebook to rank 1". */
  says: string;
  apply: (terms: Terms) => Terms;
  /** Its editor is still open with what was typed: when the service cannot be reached, hand it back instead of keeping it. */
  fromEditor?: boolean;
}

/**
 * `saved`: the service has it all. `saving`: a change is on its way. `unsaved`: it did not arrive; it is kept for
 * another try. `moved-on`: someone else has changed the draft; whoever sits here decides what becomes of it.
 */
export type DraftMark = "saved" | "saving" | "unsaved" | "moved-on";

export interface DraftState {
  mark: DraftMark;
  /** What is shown: the saved draft with the waiting changes on it. */
  terms: Terms;
  /** The draft as the service last told it. */
  saved: Draft;
  waiting: readonly Change[];
  /** The newer draft, when it has moved on. */
  theirs?: Draft;
  /** Why it is unsaved. */
  trouble?: string;
}

/** Where drafts come from and go to; the service, or a fake in a test. */
export interface DraftStore {
  load: () => Promise<Draft>;
  save: (revision: number, terms: Terms) => Promise<Draft>;
  /** The revision that the draft has now, cheaply. */
  revision: () => Promise<number>;
}

export interface DraftKeeper {
  state: () => DraftState;
  subscribe: (listener: () => void) => () => void;
  /** Shows the change at once and saves it. Resolves with the faults it was refused for; none when it was saved. */
  change: (change: Change) => Promise<Fault[]>;
  /** Tries again what did not arrive. */
  retry: () => void;
  /** Takes their draft and drops what waits here. */
  reload: () => void;
  /** Takes their draft and makes the waiting changes again on it. */
  applyAgain: () => void;
  /** A draft that came about otherwise: by restoring a version. */
  accept: (draft: Draft) => void;
  /** Asks whether the draft has moved on; silent when the service does not answer. */
  look: () => Promise<void>;
}

type Waiting = Change & { settle: (faults: Fault[]) => void };

const DROPPED = "The newer draft was loaded instead. What you typed is still here: save again to put it on top.";

const NOTHING_TO_CHANGE =
  "There is nothing to change in the newer draft: somebody removed it, or made the same change. What you typed is still here.";

/** Keeps one draft: changes are shown at once, saved one after another, and never lost or forced on a newer draft. */
export function keepDraft(store: DraftStore, draft: Draft): DraftKeeper {
  const listeners = new Set<() => void>();
  let queue: Waiting[] = [];
  let state: DraftState = { mark: "saved", saved: draft, terms: draft.terms, waiting: [] };

  const show = (next: Partial<DraftState> & { mark: DraftMark }) => {
    const saved = next.saved ?? state.saved;
    const document = queue.reduce((terms, change) => change.apply(terms), saved.terms);
    const { trouble, theirs, mark } = next;
    state = {
      mark,
      saved,
      waiting: [...queue],
      // What is equal stays the same object, so that a list of a thousand groups draws only what changed.
      terms: replaceEqualDeep(state.terms, document),
      ...(trouble !== undefined && { trouble }),
      ...(theirs !== undefined && { theirs }),
    };
    for (const listener of listeners) listener();
  };

  const drop = (change: Waiting, faults: Fault[]) => {
    queue = queue.filter((waiting) => waiting !== change);
    change.settle(faults);
  };

  /** Sends the changes one by one, so that a refusal is known to be of this one. */
  const send = async (): Promise<void> => {
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      show({ mark: "saving" });
      const sent = next.apply(state.saved.terms);
      try {
        const saved = await store.save(state.saved.revision, sent);
        drop(next, []);
        show({ mark: queue.length === 0 ? "saved" : "saving", saved });
      } catch (error) {
        if (isProblem(error, 412)) {
          if (!(await compare(next, sent))) return;
        } else if (mayPass(error) || isProblem(error, 401)) {
          // Whoever signed out, or waved the sign-in away, may come back.
          return withoutAnswer(error);
        } else {
          drop(next, faultsOrMessage(error as Error));
          show({ mark: "saved" });
        }
      }
    }
  };

  /** Stale: says so, unless what they have is just what was sent and only the answer got lost. True: go on sending. */
  const compare = async (next: Waiting, sent: Terms): Promise<boolean> => {
    try {
      const theirs = await store.load();
      if (termsChanges(sent, theirs.terms).length > 0) {
        show({ mark: "moved-on", theirs });
        return false;
      }
      drop(next, []);
      show({ mark: queue.length === 0 ? "saved" : "saving", saved: theirs });
      return true;
    } catch (error) {
      withoutAnswer(error);
      return false;
    }
  };

  const withoutAnswer = (error: unknown) => {
    const trouble = error instanceof Error ? error.message : String(error);
    for (const change of queue.filter(({ fromEditor }) => fromEditor))
      drop(change, [{ pointer: "", message: `${trouble} Nothing is lost; save again.` }]);
    if (queue.length === 0) show({ mark: "saved" });
    else show({ mark: "unsaved", trouble });
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(change) {
      return new Promise((settle) => {
        queue = [...queue, { ...change, settle }];
        if (state.mark === "saved" || state.mark === "unsaved") void send();
        else show({ ...state });
      });
    },
    retry() {
      if (state.mark === "unsaved") void send();
    },
    reload() {
      if (state.theirs === undefined) return;
      const saved = state.theirs;
      for (const change of queue) change.settle([{ pointer: "", message: DROPPED }]);
      queue = [];
      show({ mark: "saved", saved });
    },
    applyAgain() {
      const { theirs } = state;
      if (theirs === undefined) return;
      // Made again, one after another, a change may find nothing to change: they removed it, or did the same.
      let terms = theirs.terms;
      for (const change of queue) {
        if (changesNothing(change, terms)) drop(change, [{ pointer: "", message: NOTHING_TO_CHANGE }]);
        terms = change.apply(terms);
      }
      show({ mark: "saved", saved: theirs });
      void send();
    },
    accept(saved) {
      show({ mark: state.mark, saved });
    },
    async look() {
      if (state.mark !== "saved") return;
      const { revision } = state.saved;
      const newer = await store.revision().then(
        (now) => now > revision,
        () => false, // Only a look: the next save would tell, and louder.
      );
      if (!newer || state.mark !== "saved" || state.saved.revision !== revision) return;
      const theirs = await store.load();
      if (state.mark === "saved" && theirs.revision > state.saved.revision) show({ mark: "moved-on", theirs });
    },
  };
}

/** Whether a change finds nothing to change in a document: its place is gone, or the same was done already. */
export const changesNothing = (change: Change, terms: Terms): boolean =>
  termsChanges(terms, change.apply(terms)).length === 0;
