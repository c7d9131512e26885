import { isProblem } from "../../api/problem-error.ts";

/** A refusal in words; that somebody else was faster is said without revisions. */
export const correctionFailure = (error: Error): Error =>
  isProblem(error, 412)
    ? new Error(
        "Somebody else corrected this conversion meanwhile. It is shown as it is now: look at what is left, then press again.",
      )
    : error;
