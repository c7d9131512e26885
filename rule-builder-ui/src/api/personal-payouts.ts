import { type PersonalPayout, page, StoredPersonalPayout } from "@firstmatch/shared-types";
import { Nothing, path, query, request } from "./request.ts";

/** Personal payouts are kept beside the draft, each by itself: a change is in force at once. */
export interface PersonalPayoutPlace {
  program: string;
  terms: string;
  eventType: string;
}

interface Wanted {
  partner?: string;
  couponCode?: string;
  cursor?: string | null;
  limit?: number;
}

const placePath = ({ program, terms, eventType }: PersonalPayoutPlace) =>
  path`/api/programs/${program}/terms/${terms}/events/${eventType}/personal-payouts`;

export const listPersonalPayouts = (place: PersonalPayoutPlace, wanted: Wanted = {}) =>
  request(page(StoredPersonalPayout), placePath(place) + query({ ...wanted }));

export const addPersonalPayout = (place: PersonalPayoutPlace, body: PersonalPayout) =>
  request(StoredPersonalPayout, placePath(place), { method: "POST", body });

export const savePersonalPayout = (place: PersonalPayoutPlace, revision: number, body: PersonalPayout) =>
  request(StoredPersonalPayout, placePath(place) + path`/${body.id}`, { method: "PUT", body, ifMatch: revision });

export const removePersonalPayout = (place: PersonalPayoutPlace, revision: number, id: string) =>
  request(Nothing, placePath(place) + path`/${id}`, { method: "DELETE", ifMatch: revision });
