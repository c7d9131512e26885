import type { Fault, Problem } from "@firstmatch/shared-types";

/** The service refused, and says why. Its words are made to be shown. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.name = "ProblemError";
    this.problem = problem;
  }

  get faults(): Fault[] {
    return this.problem.errors;
  }
}

export const isProblem = (error: unknown, status: number): error is ProblemError =>
  error instanceof ProblemError && error.problem.status === status;

/** Whether the same request may succeed a moment later: an outage or too much at once, not a refusal. */
export const mayPass = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.problem.status >= 500 || [408, 429].includes(error.problem.status);

/** What the service found wrong with what was sent; nothing when the error is another one. */
export const faultsIn = (error: unknown): Fault[] => (error instanceof ProblemError ? error.faults : []);

/** The same, and where the service names no fault, its message as the only one. */
export const faultsOrMessage = (error: Error): Fault[] => {
  const faults = faultsIn(error);
  return faults.length > 0 ? faults : [{ pointer: "", message: error.message }];
};
