import { ask } from "./ask.ts";

interface Loss {
  title: string;
  /** What would be lost. */
  text: string;
}

/** For forms that are typed anew, and not kept before they are sent. */
export const TYPED: Loss = {
  title: "Discard what you typed?",
  text: "It is not sent yet, and is lost when you close.",
};

/** Asks before something that was typed or changed is thrown away. */
export const askToDiscard = (loss: Loss): Promise<boolean> =>
  ask({ ...loss, confirm: "Discard", cancel: "Keep editing" });
