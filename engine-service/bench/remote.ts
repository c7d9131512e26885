import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** A process of the benchmark's own that answers questions, so that nothing else runs in what is measured. */
export interface Remote<Question, Answer> {
  process: ChildProcess;
  ask(question: Question): Promise<Answer>;
  stop(): Promise<void>;
}

/** @param script of the built benchmark, which calls `answerAll` */
export function startRemote<Question, Answer>(script: URL, nodeArgs: string[] = []): Remote<Question, Answer> {
  const child = fork(script, [], { execArgv: nodeArgs, serialization: "advanced" });
  return { process: child, ask: (question) => askChild(child, question), stop: () => stopChild(child) };
}

/** One question at a time. */
export async function askChild<Question, Answer>(child: ChildProcess, question: Question): Promise<Answer> {
  const gone = new AbortController();
  child.send(question as object);
  try {
    const answered = once(child, "message", { signal: gone.signal }) as Promise<[Answer | { failed: string }]>;
    const died = once(child, "exit", { signal: gone.signal }).then(([code]) => {
      throw new Error(`a process of the benchmark ended with ${code}`);
    });
    const [answer] = await Promise.race([answered, died]);
    if (typeof answer === "object" && answer !== null && "failed" in answer) throw new Error(answer.failed);
    return answer as Answer;
  } finally {
    gone.abort();
  }
}

/** In the child: answers each question; ends with its parent. */
export function answerAll<Question, Answer>(answer: (question: Question) => Answer | Promise<Answer>): void {
  process.on("message", async (question: Question) => {
    try {
      process.send?.((await answer(question)) ?? null);
    } catch (error) {
      process.send?.({ failed: (error as Error).stack });
    }
  });
  process.on("disconnect", () => process.exit());
}

export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
