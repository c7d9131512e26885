import type { Firstmatch } from "./firstmatch.ts";
import { type PlantedProgram, plantProgram, sale, threeGroups } from "./planted-program.ts";

/** A program of this name whose terms Gold pay 9 % where Standard pays 5 %. */
export async function plantWithGold(
  { fetchJson }: Pick<Firstmatch, "fetchJson">,
  name: string,
): Promise<PlantedProgram> {
  const send = (method: string, path: string, body: unknown, headers = {}) =>
    fetchJson(path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const program = await plantProgram({ fetchJson }, [sale(threeGroups())], name);
  const gold = `/api/programs/${program.id}/terms/gold`;
  await send("POST", `/api/programs/${program.id}/terms`, { id: "gold", name: "Gold", copyOf: "standard" });
  const { terms } = await program.draft();
  const events = [{ ...sale([]), default: { payout: { model: "CPS", partner: { percent: "9" } } } }];
  await send("PUT", `${gold}/draft`, { ...terms, name: "Gold", events }, { "if-match": '"1"' });
  await send("POST", `${gold}/publish`, { note: "", author: "Test" }, { "if-match": '"2"' });
  return program;
}
