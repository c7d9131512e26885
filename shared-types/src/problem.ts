import { z } from "zod";

/** An error answer, application/problem+json (RFC 9457). `type` is a stable path, explained in the service's README. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** Every fault of what was sent, by JSON pointer into it. */
  errors: z
    .array(z.object({ pointer: z.string(), message: z.string() }))
    .describe("Empty where nothing in the body is at fault"),
});
export type Problem = z.infer<typeof Problem>;
