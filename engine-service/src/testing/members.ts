import type { TestService } from "./test-service.ts";

/** Partners who are members of a program, named after their ids: "anna" is Anna. */
export async function enroll({ send }: TestService, ids: readonly string[], program = "acme"): Promise<void> {
  for (const id of ids) {
    const name = `${id[0]?.toUpperCase()}${id.slice(1)}`;
    const made = await send("POST", "/api/partners", { id, name });
    const joined = await send("POST", `/api/programs/${program}/members`, { partner: id });
    if (made.status !== 201 || joined.status !== 201) throw new Error(made.text + joined.text);
  }
}
