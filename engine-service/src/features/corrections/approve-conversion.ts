import { conflict } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { stateAt } from "../conversions/print-conversion.ts";
import type { Doer } from "../doer.ts";
import { correctConversion, type Place } from "./correct-conversion.ts";
import { amountIn } from "./words.ts";

/** Ends a conversion's holding days: it is payable from now on. */
export const approveConversion = (rooms: Rooms, place: Place, doer: Doer) =>
  correctConversion(rooms, place, doer, (conversion, now) => {
    const state = stateAt(conversion, now);
    if (state !== "pending")
      throw conflict(
        state === "paid"
          ? `The conversion "${place.conversion}" was paid already. Nothing was changed.`
          : `The conversion "${place.conversion}" is payable since ${conversion.payableFrom}, so there is nothing to approve.`,
      );
    return {
      kind: "approved",
      set: { payableFrom: now },
      taken: conversion.left.map(() => ({ sale: 0, payout: 0, fee: 0 })),
      reason: null,
      sentence: `is approved, ${amountIn(conversion, conversion.net.payout)} is payable at once`,
    };
  });
