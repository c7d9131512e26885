import type { Rooms } from "../../wire.ts";

/** A partner as sentences call it. */
export const nameOf = ({ known }: Rooms, partner: string): string => known.partners.get(partner)?.name ?? partner;
