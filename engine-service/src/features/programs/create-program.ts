import type { NewProgram } from "@firstmatch/shared-types";
import { conflict } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { emptyTerms } from "../terms/terms-store.ts";
import type { StoredProgram } from "./program-store.ts";

/** The terms that every program begins with. */
export const FIRST_TERMS = { id: "standard", name: "Standard" };

/**
 * The terms are written before the program: terms without a program answer to nobody, so a crash in between is
 * invisible, and the next try finds them and goes on.
 */
export const createProgram = (rooms: Rooms, { id, ...program }: NewProgram): Promise<StoredProgram> =>
  rooms.turns.take(id, async () => {
    const taken = () => conflict(`There is a program "${id}" already.`);
    if ((await rooms.programs.find(id)) !== null) throw taken();
    const document = emptyTerms(FIRST_TERMS.name, program);
    const made = await rooms.terms.insert(id, FIRST_TERMS.id, document);
    if (made === null) await rooms.terms.saveDraft(id, FIRST_TERMS.id, 1, document);
    const createdAt = rooms.now().toISOString();
    const stored = await rooms.programs.insert({
      _id: id,
      ...program,
      revision: 1,
      createdAt,
      defaultTerms: [{ terms: FIRST_TERMS.id, from: createdAt }],
    });
    if (stored === null) throw taken();
    rooms.known.putProgram(stored);
    return stored;
  });
