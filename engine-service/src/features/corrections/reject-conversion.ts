import type { RejectConversion } from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { correctConversion, type Place } from "./correct-conversion.ts";
import { amountIn } from "./words.ts";

/** Takes back all that is left of a conversion that should not have been one. */
export const rejectConversion = (rooms: Rooms, place: Place, { reason }: RejectConversion, doer: Doer) =>
  correctConversion(rooms, place, doer, (conversion) => ({
    kind: "rejected",
    set: { status: "rejected", rejection: reason },
    taken: conversion.left,
    reason,
    sentence: `is rejected, ${amountIn(conversion, conversion.net.payout)} of payout is taken back`,
  }));
