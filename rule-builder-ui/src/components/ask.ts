import { useSyncExternalStore } from "react";

interface Question {
  title: string;
  text: string;
  confirm: string;
  cancel?: string;
  /** What is confirmed cannot be taken back. */
  danger?: boolean;
}

interface OpenQuestion extends Question {
  answer: (yes: boolean) => void;
}

/** Those that wait for an answer; the last one lies on top. */
let open: readonly OpenQuestion[] = [];
const listeners = new Set<() => void>();

const show = (now: readonly OpenQuestion[]) => {
  open = now;
  for (const listener of listeners) listener();
};

/** Asks before something happens that cannot be taken back. */
export const ask = (question: Question): Promise<boolean> =>
  new Promise((resolve) => {
    const asked: OpenQuestion = {
      ...question,
      answer: (yes) => {
        show(open.filter((other) => other !== asked));
        resolve(yes);
      },
    };
    // In a task of its own: the Escape that leads to a question must not answer it as well.
    setTimeout(() => show([...open, asked]));
  });

/** The question to be shown; undefined when nothing is asked. */
export const useQuestion = (): OpenQuestion | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open.at(-1),
  );
