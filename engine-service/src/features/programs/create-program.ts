import type { NewProgram } from "@firstmatch/shared-types";
import { conflict } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { emptyTerms } from "../terms/terms-store.ts";
import { programDeed } from "./program-deed.ts";
import type { StoredProgram } from "./program-store.ts";

/** The terms that every program begins with. */
export const FIRST_TERMS = { id: "standard", name: "Standard" };

/**
 * The terms are written before the program: terms without a program answer to nobody, so a crash in between is
 * invisible, and the next try finds them and goes on. The history hears of both with the program.
 */
export const createProgram = (rooms: Rooms, { id, ...program }: NewProgram, doer: Doer): Promise<StoredProgram> =>
  rooms.turns.take(id, async () => {
    const taken = () => conflict(`There is a program "${id}" already.`);
    if ((await rooms.programs.find(id)) !== null) throw taken();
    const document = emptyTerms(FIRST_TERMS.name, program);
    await rooms.terms.begin(id, FIRST_TERMS.id, document);
    const createdAt = rooms.now().toISOString();
    const sentence = `${program.name} is a new program, paid in ${program.currency}, with the terms “${FIRST_TERMS.name}”`;
    const stored = await rooms.programs.insert(
      { _id: id, ...program, createdAt, defaultTerms: [{ terms: FIRST_TERMS.id, from: createdAt }] },
      programDeed(
        id,
        program.name,
        { sentence, before: null, after: { ...program, defaultTerms: FIRST_TERMS.id } },
        doer,
      ),
    );
    if (stored === null) throw taken();
    rooms.known.putProgram(stored);
    return stored;
  });
